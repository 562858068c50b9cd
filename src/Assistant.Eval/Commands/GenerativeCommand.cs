using System.CommandLine;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;
using Assistant.Eval.Generative;
using Assistant.Eval.Running;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Commands;

/// <summary><c>generative</c>: asks with the configured chat model and compares what it wrote with what was let through.</summary>
internal static class GenerativeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "The suite's folder." };
        var limit = new Option<int?>("--limit") { Description = "Ask only n questions, chosen by hash of id." };
        var sentences = new Option<bool>("--sentences") { Description = "List every sentence with its quotes, or with the reason against it." };
        var data = new Option<string?>("--data") { Description = "Folder for the index (default: ASSISTANT_DATA)." };
        var command = new Command("generative", "Asks with the configured chat model; compares raw model and checked answer.") { suite, limit, sentences, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rows = await RunAsync(
                await SuiteLoader.LoadAsync(parsed.GetRequiredValue(suite), cancellationToken),
                parsed.GetValue(limit), DataFolder.Open(parsed.GetValue(data)), cancellationToken);
            await System.Console.Out.WriteAsync(GenerativeText.Render(rows, parsed.GetValue(sentences)));
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<IReadOnlyList<GenerativeRow>> RunAsync(Suite suite, int? limit, string dataFolder, CancellationToken cancellationToken)
    {
        var questions = suite.Select(limit, null);
        var options = AssistantConfiguration.Load(dataFolder, new Dictionary<string, string?>()).Options;
        if (string.IsNullOrWhiteSpace(options.Chat.Endpoint)) throw new ConfigurationException("Set Chat:Endpoint: this command needs a chat model.");
        await using var workspace = await SuiteWorkspace.OpenAsync(suite, dataFolder, options, TimeProvider.System, cancellationToken);
        await ProgressLine.ShowAsync($"Indexing {suite.Name}", suite.Documents.Count, progress =>
            new SuiteIndexer(workspace, new Chunker(workspace.Embeddings.Tokenizer)).IndexAsync(suite, progress, cancellationToken));
        var rows = new List<GenerativeRow>();
        await ProgressLine.ShowAsync($"Asking {suite.Name}", questions.Count, async progress =>
        {
            foreach (var question in questions)
            {
                var answer = await workspace.Answerer.AnswerAsync(new Question { Text = question.Text, History = question.History }, cancellationToken);
                rows.Add(new GenerativeRow(question.Id, question.Answers, answer, answer.Timings.TotalMilliseconds / 1000));
                progress.Report(rows.Count);
            }
        });
        return rows;
    }
}
