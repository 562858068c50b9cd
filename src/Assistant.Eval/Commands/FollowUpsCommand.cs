using System.CommandLine;
using Assistant.Core.Chat;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;
using Assistant.Core.Prompts;
using Assistant.Eval.FollowUps;
using Assistant.Eval.Running;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Commands;

/// <summary><c>followups</c>: compares ways to search for a follow-up question.</summary>
internal static class FollowUpsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "The suite's folder." };
        var limit = new Option<int?>("--limit") { Description = "Search only n questions, chosen by hash of id." };
        var seconds = new Option<double>("--rewrite-seconds") { Description = "Longest time for the chat model's rewriting.", DefaultValueFactory = static _ => 2 };
        var data = new Option<string?>("--data") { Description = "Folder for the index (default: ASSISTANT_DATA)." };
        var command = new Command("followups", "Prints recall@10 of the last turn, the last two turns, the rule and, when one is configured, the chat model.")
        {
            suite, limit, seconds, data,
        };
        seconds.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 600)) result.AddError("--rewrite-seconds must be over 0 and at most 600.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(
                await SuiteLoader.LoadAsync(parsed.GetRequiredValue(suite), cancellationToken),
                parsed.GetValue(limit), TimeSpan.FromSeconds(parsed.GetValue(seconds)), DataFolder.Open(parsed.GetValue(data)), cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task RunAsync(Suite suite, int? limit, TimeSpan rewriteLimit, string dataFolder, CancellationToken cancellationToken)
    {
        var questions = suite.Select(limit, null).Where(FollowUpRun.IsFollowUp).ToList();
        if (questions.Count == 0) throw new InvalidDataException($"The suite '{suite.Name}' has no follow-up questions.");
        var options = AssistantConfiguration.Load(dataFolder, new Dictionary<string, string?>()).Options;
        await using var workspace = await SuiteWorkspace.OpenAsync(suite, dataFolder, options, TimeProvider.System, cancellationToken);
        await ProgressLine.ShowAsync($"Indexing {suite.Name}", suite.Documents.Count, progress =>
            new SuiteIndexer(workspace, new Chunker(workspace.Embeddings.Tokenizer)).IndexAsync(suite, progress, cancellationToken));

        List<SearchVariant> variants = [FollowUpRun.LastTurn, FollowUpRun.LastTwoTurns, FollowUpRun.Rule];
        using var client = string.IsNullOrWhiteSpace(options.Chat.Endpoint) ? null : ResilientChatClient.For(options.Chat, TimeProvider.System);
        if (client is not null) variants.Add(RewrittenBy(client, rewriteLimit));
        IReadOnlyList<FollowUpRow> rows = [];
        await ProgressLine.ShowAsync($"Searching {suite.Name}", questions.Count, async progress =>
            rows = await new FollowUpRun(suite, workspace.Retriever).RunAsync(questions, variants, progress, cancellationToken));
        await System.Console.Out.WriteAsync(FollowUpText.Render(rows));
    }

    private static SearchVariant RewrittenBy(ResilientChatClient client, TimeSpan rewriteLimit)
    {
        var rewriter = new QuestionRewriter(client, PromptLibrary.Load().RewriteQuestion, TimeProvider.System) { TimeLimit = rewriteLimit };
        return new SearchVariant("model", async (question, token) => (await rewriter.RewriteAsync(question, token)).SearchText);
    }
}
