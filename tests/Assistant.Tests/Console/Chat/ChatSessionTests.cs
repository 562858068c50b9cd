using Assistant.Console.Chat;
using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Console.Chat;

public sealed class ChatSessionTests : IDisposable
{
    private const int MaximumLength = 2000;

    private readonly Interruption _interruption = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _interruption.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task A_follow_up_is_asked_with_what_was_understood_before()
    {
        var answers = new ScriptedAnswers(ScriptedAnswers.Refusal, ScriptedAnswers.Refusal, ScriptedAnswers.Refusal);

        var output = await ChatAsync("What did Putin offer on the Su-57?\nAnd the MiG-41?\r\nAnd the Su-35?\n", answers);

        Assert.Empty(answers.Asked[0].History);
        Assert.Equal("And the MiG-41?", answers.Asked[1].Text);
        Assert.Equal(new Turn(TurnRole.User, "What did Putin offer on the MiG-41?"), answers.Asked[2].History[2]);
        Assert.Contains("Understood as: What did Putin offer on the Su-35?", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_goes_with_every_question()
    {
        var answers = new ScriptedAnswers(ScriptedAnswers.Refusal, ScriptedAnswers.Refusal);
        var filter = new PassageFilter { Sources = ["Wire"] };

        await ChatAsync("One?\nTwo?", answers, filter);

        Assert.All(answers.Asked, question => Assert.Same(filter, question.Filter));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n   \n")]
    [InlineData("/quit\nWhy?")]
    [InlineData("/help\n/sources\n/nope\n/quit now\n")]
    [InlineData("\u0000\u001b\n")]
    public async Task Commands_and_blank_lines_are_no_questions(string input)
    {
        var answers = new ScriptedAnswers();

        await ChatAsync(input, answers);

        Assert.Empty(answers.Asked);
    }

    [Fact]
    public async Task Commands_are_told_apart()
    {
        var output = await ChatAsync("/sources\n/help\n/nope\u001b[2J\n", new ScriptedAnswers());

        Assert.Contains("Nothing was answered yet.", output, StringComparison.Ordinal);
        Assert.Contains("/quit     leave", output, StringComparison.Ordinal);
        Assert.Contains("There is no command '/nope[2J'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_show_the_quote_in_its_passage_and_what_else_was_read()
    {
        var output = await ChatAsync("When?\n/sources\n", new ScriptedAnswers(ScriptedAnswers.Quote));

        Assert.Contains("Before it. The harbour[2J opened on 2 May. After it.", output, StringComparison.Ordinal);
        Assert.Contains("article abcdefgh, characters 11 to 44", output, StringComparison.Ordinal);
        Assert.Contains("mnopqrst  Another", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_escape_sequence_of_an_article_or_of_the_input_is_shown()
    {
        var output = await ChatAsync("When\u001b[31m\u009b did it?\n/sources\n", new ScriptedAnswers(ScriptedAnswers.Quote));

        Assert.DoesNotContain(output, character => char.IsControl(character) && character is not ('\n' or '\r'));
        Assert.DoesNotContain('\u202E', output);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_and_the_next_one_answered()
    {
        var answers = new ScriptedAnswers(ScriptedAnswers.Refusal);

        var output = await ChatAsync(new string('x', 10_000_000) + "\nWhy?\n", answers);

        Assert.Contains("at most 2000 characters", output, StringComparison.Ordinal);
        Assert.Equal("Why?", Assert.Single(answers.Asked).Text);
        Assert.True(output.Length < 10_000);
    }

    [Fact]
    public async Task An_answer_that_was_cancelled_is_forgotten_and_the_conversation_goes_on()
    {
        var answers = new ScriptedAnswers(ScriptedAnswers.Refusal);
        var isFirst = true;

        var output = await ChatAsync("Slow?\nWhy?\n", async (question, cancellationToken) =>
        {
            if (!isFirst) return await answers.AnswerAsync(question, cancellationToken);
            isFirst = false;
            _interruption.Press();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedAnswers.Quote(question);
        });

        Assert.Contains("Cancelled.", output, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(answers.Asked).History);
    }

    [Fact]
    public async Task A_failing_index_is_told_and_the_conversation_goes_on()
    {
        var answers = new ScriptedAnswers(
            static _ => throw new IndexException(IndexFailure.Unavailable, "The index is gone."), ScriptedAnswers.Refusal);

        var output = await ChatAsync("One?\nTwo?\n", answers);

        Assert.Contains("The index is gone.", output, StringComparison.Ordinal);
        Assert.Equal(2, answers.Asked.Count);
    }

    [Theory]
    [InlineData("^^", 1)]
    [InlineData("^/help\n^^", 2)]
    [InlineData("Why?\n^\n^Why?\n^^", 3)]
    public async Task The_second_interruption_in_a_row_at_the_prompt_leaves(string typed, int warnings)
    {
        using var keyboard = new Keyboard(typed, _interruption);
        var answers = new ScriptedAnswers(ScriptedAnswers.Refusal, ScriptedAnswers.Refusal);

        await RunAsync(keyboard, isPrompted: true, answers.AnswerAsync, PassageFilter.None);

        Assert.Equal(warnings, _output.ToString().Split("Ctrl-C again or /quit to leave.").Length - 1);
    }

    private async Task<string> ChatAsync(string input, ScriptedAnswers answers, PassageFilter? filter = null)
    {
        using var reader = new StringReader(input);
        await RunAsync(reader, isPrompted: false, answers.AnswerAsync, filter ?? PassageFilter.None);
        return _output.ToString();
    }

    private async Task<string> ChatAsync(string input, Func<Question, CancellationToken, Task<Answer>> answerAsync)
    {
        using var reader = new StringReader(input);
        await RunAsync(reader, isPrompted: false, answerAsync, PassageFilter.None);
        return _output.ToString();
    }

    private Task RunAsync(
        TextReader input, bool isPrompted, Func<Question, CancellationToken, Task<Answer>> answerAsync, PassageFilter filter)
    {
        var console = Terminal.Open(_output, isRedirected: true);
        var session = new ChatSession(new LineSource(input, MaximumLength), console, isPrompted, _interruption);
        return session.RunAsync(filter, answerAsync);
    }
}
