using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;

namespace Assistant.Console.Commands;

/// <summary><c>ingest &lt;path&gt;…</c>: files and folders into the index.</summary>
internal static class IngestCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files (.txt, .md, .html) and folders.",
            Arity = ArgumentArity.OneOrMore,
        };
        var root = new Option<string?>("--root") { Description = "Name under which the articles are known, so that the folder may move." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("ingest", "Adds articles to the index, or brings it up to date.") { paths, root, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = DataFolder.Open(parsed.GetValue(data));
            var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
            await using var workspace = await Workspace.OpenAsync(
                DataFolder.IndexPath(folder), options, TimeProvider.System, cancellationToken);
            var result = await IngestionProgressBar.RunAsync(
                workspace.Ingestion,
                parsed.GetRequiredValue(paths),
                new IngestionOptions { Root = parsed.GetValue(root) },
                cancellationToken);
            if (parsed.GetValue(json)) JsonOutput.Write(result);
            else IngestionView.Show(Terminal.OpenOutput(), result);
            if (HasArticles(result)) return ExitCode.Success;
            await System.Console.Error.WriteLineAsync("Nothing could be read; the rows say why.");
            return ExitCode.Failure;
        });
        return command;
    }

    /// <summary>True when at least one article was read.</summary>
    public static bool HasArticles(IngestionResult result) => result.Added + result.Updated + result.Unchanged > 0;
}
