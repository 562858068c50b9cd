using System.CommandLine;
using Assistant.Console.Chat;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Answering;
using Spectre.Console;

namespace Assistant.Console.Commands;

/// <summary><c>chat</c>: questions and follow-ups, from a terminal or a pipe.</summary>
internal static class ChatCommand
{
    /// <summary>The command's name; it deals with Ctrl-C itself.</summary>
    public const string Name = "chat";

    /// <summary>Creates the command.</summary>
    public static Command Create(Option<string?> data)
    {
        var articles = new Option<string?>("--articles") { Description = "Ask these articles (a file or folder) only; they get an index of their own." };
        var filters = new FilterOptions();
        var command = new Command(Name, "Answers questions and follow-ups in a conversation.") { articles };
        filters.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(data), parsed.GetValue(articles), filters.Read(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? articles, PassageFilter filter)
    {
        using var interruption = new Interruption();
        interruption.Listen();
        await using var workspace = await interruption.RunAsync(
            cancellationToken => AskedWorkspace.OpenAsync(data, articles, cancellationToken));
        if (workspace is null) return ExitCode.Failure;

        using var input = new StreamReader(System.Console.OpenStandardInput(), System.Console.InputEncoding);
        var isPrompted = !System.Console.IsInputRedirected && !System.Console.IsOutputRedirected;
        var session = new ChatSession(
            new LineSource(input, QuestionAnswerer.MaximumQuestionLength), Terminal.OpenOutput(), isPrompted, interruption);
        await session.RunAsync(filter, (question, cancellationToken) => AnswerAsync(workspace, question, cancellationToken));
        return ExitCode.Success;
    }

    private static Task<Answer> AnswerAsync(Workspace workspace, Question question, CancellationToken cancellationToken)
    {
        var console = Terminal.OpenError();
        return console.Profile.Capabilities.Interactive
            ? console.Status().StartAsync("Reading", _ => workspace.Answerer.AnswerAsync(question, cancellationToken))
            : workspace.Answerer.AnswerAsync(question, cancellationToken);
    }
}
