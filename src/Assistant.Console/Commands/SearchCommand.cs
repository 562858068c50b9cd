using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Retrieval;

namespace Assistant.Console.Commands;

/// <summary><c>search "&lt;words&gt;"</c>: retrieval only.</summary>
internal static class SearchCommand
{
    private const int DefaultCount = 10;
    private const int MaximumCount = 100;

    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var query = new Argument<string>("query") { Description = "What to look for." };
        var count = new Option<int>("--count") { Description = "How many passages to show.", DefaultValueFactory = static _ => DefaultCount };
        var json = new Option<bool>("--json") { Description = "Print the passages as JSON." };
        var filters = new FilterOptions();
        query.Validators.Add(static argument =>
        {
            if (string.IsNullOrWhiteSpace(argument.GetValueOrDefault<string>())) argument.AddError("The query is empty.");
        });
        count.Validators.Add(static option =>
        {
            if (option.GetValueOrDefault<int>() is < 1 or > MaximumCount) option.AddError($"--count must be from 1 to {MaximumCount}.");
        });
        var command = new Command("search", "Shows the passages nearest to a query.") { query, count, json };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
            await using var workspace = await Workspace.OpenAsync(
                DataFolder.IndexPath(folder), options, TimeProvider.System, cancellationToken);
            var found = await workspace.Retriever.RetrieveAsync(
                parsed.GetRequiredValue(query), filters.Read(parsed), cancellationToken);
            Show(found, parsed.GetValue(count), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Show(RetrievalResult found, int count, bool json)
    {
        var best = found.Passages.Take(count).ToList();
        if (json) JsonOutput.Write(best);
        else PassageListView.Show(Terminal.OpenOutput(), best, found.UndatedLeftOut);
    }
}
