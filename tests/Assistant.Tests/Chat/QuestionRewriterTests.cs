using Assistant.Core;
using Assistant.Core.Chat;
using Assistant.Core.Prompts;
using Assistant.Core.Retrieval;

namespace Assistant.Tests.Chat;

public sealed class QuestionRewriterTests
{
    private static readonly Question FollowUp = new()
    {
        Text = "How many did it order?",
        History = [new Turn(TurnRole.User, "Which fighters did Turkey want?"), new Turn(TurnRole.Assistant, "The Su-35.")],
    };

    [Fact]
    public async Task Takes_the_models_question()
    {
        using var client = ScriptedChatClient.Saying("“How many Su-35 fighters ", "did Turkey order?”\n");

        var standalone = await RewriteAsync(client, FollowUp);

        Assert.Equal(new StandaloneQuestion("How many Su-35 fighters did Turkey order?", "How many Su-35 fighters did Turkey order?"), standalone);
        Assert.Contains("The Su-35.", client.Asked[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_first_question_as_it_is_without_asking()
    {
        using var client = ScriptedChatClient.Saying("Another question?");

        var standalone = await RewriteAsync(client, new Question { Text = "Who signed?" });

        Assert.Equal("Who signed?", standalone.ReaderText);
        Assert.Equal(0, client.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sure! Here is the question:\nHow many fighters did Turkey order?")]
    [InlineData("Turkey ordered 36 fighters.")]
    [InlineData("??")]
    [InlineData("What is the capital of France?")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaa?")]
    public async Task Takes_the_rules_question_when_the_model_gives_no_single_question(string reply)
    {
        using var client = ScriptedChatClient.Saying(reply);

        Assert.Equal(FollowUpRule.Resolve(FollowUp), await RewriteAsync(client, FollowUp));
    }

    [Fact]
    public async Task Takes_the_rules_question_when_the_reply_is_too_long()
    {
        using var client = ScriptedChatClient.Saying(new string('a', 500), "?");

        Assert.Equal(FollowUpRule.Resolve(FollowUp), await RewriteAsync(client, FollowUp));
    }

    [Fact]
    public async Task Takes_the_rules_question_when_the_model_fails()
    {
        using var client = new ScriptedChatClient(static _ => ScriptedChatClient.SayThenThrow(new GeneratorException(GeneratorFailure.CircuitOpen)));

        Assert.Equal(FollowUpRule.Resolve(FollowUp), await RewriteAsync(client, FollowUp));
    }

    [Fact]
    public async Task Takes_the_rules_question_when_the_model_is_slow()
    {
        using var client = new ScriptedChatClient(ScriptedChatClient.Hang);

        Assert.Equal(FollowUpRule.Resolve(FollowUp), await RewriteAsync(client, FollowUp, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Passes_on_the_callers_cancellation()
    {
        using var client = new ScriptedChatClient(ScriptedChatClient.Hang);
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rewriter(client, TimeSpan.FromSeconds(30)).RewriteAsync(FollowUp, caller.Token));
    }

    [Fact]
    public async Task Shows_the_model_no_more_than_the_last_six_turns()
    {
        using var client = ScriptedChatClient.Saying("How many did Turkey order?");
        var turns = Enumerable.Range(1, 9).Select(static number => new Turn(TurnRole.User, $"Turn number {number}.")).ToList();

        await RewriteAsync(client, FollowUp with { History = turns });

        Assert.DoesNotContain("number 3.", client.Asked[0][1].Text, StringComparison.Ordinal);
        Assert.Contains("number 4.", client.Asked[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_two_seconds() => Assert.Equal(TimeSpan.FromSeconds(2), Rewriter(ScriptedChatClient.Saying("x"), null).TimeLimit);

    private static Task<StandaloneQuestion> RewriteAsync(ScriptedChatClient client, Question question, TimeSpan? limit = null) =>
        Rewriter(client, limit ?? TimeSpan.FromSeconds(30)).RewriteAsync(question, CancellationToken.None);

    private static QuestionRewriter Rewriter(ScriptedChatClient client, TimeSpan? limit)
    {
        var prompt = PromptLibrary.Load().RewriteQuestion;
        return limit is { } time
            ? new QuestionRewriter(client, prompt, TimeProvider.System) { TimeLimit = time } : new QuestionRewriter(client, prompt, TimeProvider.System);
    }
}
