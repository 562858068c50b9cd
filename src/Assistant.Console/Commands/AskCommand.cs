using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;

namespace Assistant.Console.Commands;

/// <summary><c>ask "&lt;question&gt;"</c>: one question, one cited answer.</summary>
internal static class AskCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var question = new Argument<string>("question") { Description = "What you want to know, in plain English." };
        var articles = new Option<string?>("--articles") { Description = "Ask these articles (a file or folder) only; they get an index of their own." };
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var filters = new FilterOptions();
        question.Validators.Add(static argument =>
        {
            if (string.IsNullOrWhiteSpace(argument.GetValueOrDefault<string>())) argument.AddError("The question is empty.");
        });
        var command = new Command("ask", "Answers a question from the articles.") { question, articles, json };
        filters.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Question { Text = parsed.GetRequiredValue(question), Filter = filters.Read(parsed) },
            parsed.GetValue(data), parsed.GetValue(articles), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Question question, string? data, string? articles, bool json, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(data);
        var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
        var path = articles is null ? DataFolder.IndexPath(folder) : DataFolder.AdhocIndexPath(folder, articles);
        await using var workspace = await Workspace.OpenAsync(path, options, TimeProvider.System, cancellationToken);
        if (articles is not null)
        {
            var ingested = await IngestionProgressBar.RunAsync(workspace.Ingestion, [articles], new IngestionOptions(), cancellationToken);
            if (!IngestCommand.HasArticles(ingested))
            {
                IngestionView.Show(Terminal.OpenError(), ingested);
                return ExitCode.Failure;
            }
        }

        var answer = await workspace.Answerer.AnswerAsync(question, cancellationToken);
        if (json) JsonOutput.Write(answer);
        else new AnswerView(Terminal.OpenOutput()).Show(answer);
        return answer.Status == AnswerStatus.NoEvidence ? ExitCode.NoEvidence : ExitCode.Success;
    }
}
