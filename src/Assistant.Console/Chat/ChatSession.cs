using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Spectre.Console;

namespace Assistant.Console.Chat;

/// <summary>A conversation: questions, follow-ups, and a few commands, until the input ends or <c>/quit</c>.</summary>
/// <param name="lines">What is typed.</param>
/// <param name="console">Where answers go.</param>
/// <param name="isPrompted">A person types: show a prompt. Else each line is shown again before its answer.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class ChatSession(LineSource lines, IAnsiConsole console, bool isPrompted, Interruption interruption)
{
    private const string Prompt = "> ";

    private const string Help =
        """
        Ask a question, or a follow-up such as "And the MiG-41?".
        /sources  the quotes of the last answer with the passages around them
        /help     this
        /quit     leave; so do Ctrl-D and Ctrl-C twice. Ctrl-C while an answer is sought cancels it.
        """;

    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Marker = new(Color.Aqua, decoration: Decoration.Bold);

    private readonly Conversation _conversation = new();

    /// <summary>Runs until the person leaves.</summary>
    /// <param name="filter">Which articles may answer.</param>
    /// <param name="answerAsync">Answers a question.</param>
    public async Task RunAsync(PassageFilter filter, Func<Question, CancellationToken, Task<Answer>> answerAsync)
    {
        interruption.Warn = () =>
        {
            Say("\nCtrl-C again or /quit to leave.");
            ShowPrompt();
        };
        if (isPrompted) Say("Ask a question; /help tells what else there is.");
        while (await ReadAsync() is { } line)
        {
            if (line == "/quit") return;
            if (line.StartsWith('/')) Obey(line);
            else if (line.Length > QuestionAnswerer.MaximumQuestionLength) Say($"A question has at most {QuestionAnswerer.MaximumQuestionLength} characters; shorten it.");
            else if (line.Length > 0) await AskAsync(new Question { Text = line, History = _conversation.Turns, Filter = filter }, answerAsync);
        }
    }

    private async Task<string?> ReadAsync()
    {
        ShowPrompt();
        try
        {
            var line = await Task.Run(lines.Read).WaitAsync(interruption.Left);
            interruption.Forget();
            if (isPrompted && line is null) console.WriteLine();
            if (!isPrompted && line is { Length: > 0 }) Say(Prompt + Shortened(line));
            return line;
        }
        catch (OperationCanceledException)
        {
            console.WriteLine();
            return null;
        }
    }

    private void Obey(string command)
    {
        if (command == "/help") Say(Help);
        else if (command != "/sources") Say($"There is no command '{Shortened(command)}'; /help lists them.");
        else if (_conversation.LastAnswer is { } answer) new SourcesView(console).Show(answer);
        else Say("Nothing was answered yet.");
    }

    private async Task AskAsync(Question question, Func<Question, CancellationToken, Task<Answer>> answerAsync)
    {
        try
        {
            var answer = await interruption.RunAsync(cancellationToken => answerAsync(question, cancellationToken));
            _conversation.Add(answer);
            if (answer.StandaloneQuestion != answer.Question) Say($"Understood as: {SafeText.OneLine(answer.StandaloneQuestion)}");
            new AnswerView(console).Show(answer);
        }
        catch (OperationCanceledException)
        {
            Say("\nCancelled.");
        }
        catch (Exception failure) when (failure is IndexException or EmbeddingException)
        {
            Say(SafeText.OneLine(failure.Message));
        }
    }

    private static string Shortened(string line) =>
        line.Length <= QuestionAnswerer.MaximumQuestionLength ? line : $"{line[..QuestionAnswerer.MaximumQuestionLength]} …";

    private void ShowPrompt()
    {
        if (isPrompted) console.Write(new Text(Prompt, Marker));
    }

    private void Say(string text)
    {
        console.Write(new Text(text, Faint));
        console.WriteLine();
    }
}
