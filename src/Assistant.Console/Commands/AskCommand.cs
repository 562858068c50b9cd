using System.CommandLine;
using Assistant.Console.Rendering;
using Assistant.Core;

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
        await using var workspace = await AskedWorkspace.OpenAsync(data, articles, cancellationToken);
        if (workspace is null) return ExitCode.Failure;

        var answer = await workspace.Answerer.AnswerAsync(question, cancellationToken);
        if (json) JsonOutput.Write(answer);
        else new AnswerView(Terminal.OpenOutput()).Show(answer);
        return answer.Status == AnswerStatus.NoEvidence ? ExitCode.NoEvidence : ExitCode.Success;
    }
}
