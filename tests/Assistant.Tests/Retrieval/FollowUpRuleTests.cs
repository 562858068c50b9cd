using Assistant.Core;
using Assistant.Core.Retrieval;

namespace Assistant.Tests.Retrieval;

public class FollowUpRuleTests
{
    [Fact]
    public void Leaves_a_first_question_alone()
    {
        var resolved = FollowUpRule.Resolve(new Question { Text = " What did Putin offer? " });

        Assert.Equal(new StandaloneQuestion("What did Putin offer?", "What did Putin offer?"), resolved);
    }

    [Theory]
    [InlineData("What did Putin offer on the Su-57?", "And the MiG-41?", "What did Putin offer on the MiG-41?")]
    [InlineData("What did Putin offer on the Su-57?", "What about Merkel?", "What did Merkel offer on the Su-57?")]
    [InlineData("Who built the Su-57?", "When did it first fly?", "When did Su-57 first fly?")]
    [InlineData("Who is Yuri Borisov?", "What was his job?", "What was Yuri Borisov's job?")]
    [InlineData("Where did the storm hit Mozambique?", "Why?", "Why Mozambique?")]
    [InlineData("What does the treaty ban?", "When was it signed?", "When was treaty ban signed?")]
    public void Fills_in_what_is_missing(string previous, string last, string expected)
    {
        var resolved = Resolve(previous, last);

        Assert.Equal(expected, resolved.ReaderText);
        Assert.Equal($"{previous} {last}", resolved.SearchText);
    }

    [Fact]
    public void Searches_a_turn_that_shares_nothing_alone()
    {
        var resolved = Resolve("What did Putin offer on the Su-57?", "Which team won the World Cup final?");

        Assert.Equal("Which team won the World Cup final?", resolved.SearchText);
        Assert.Equal(resolved.SearchText, resolved.ReaderText);
    }

    [Fact]
    public void Searches_a_turn_that_shares_a_word_together_but_reads_it_alone()
    {
        var resolved = Resolve("When was the contract signed?", "Who signed the contracts?");

        Assert.Equal("When was the contract signed? Who signed the contracts?", resolved.SearchText);
        Assert.Equal("Who signed the contracts?", resolved.ReaderText);
    }

    [Fact]
    public void Looks_at_the_last_user_turn_only()
    {
        var resolved = FollowUpRule.Resolve(new Question
        {
            Text = "When did it fly?",
            History =
            [
                new Turn(TurnRole.User, "Who built the Su-35?"),
                new Turn(TurnRole.Assistant, "Sukhoi."),
                new Turn(TurnRole.User, "Who built the Su-57?"),
                new Turn(TurnRole.Assistant, "Sukhoi, not MiG."),
            ],
        });

        Assert.Equal("When did Su-57 fly?", resolved.ReaderText);
    }

    [Fact]
    public void Survives_turns_without_words()
    {
        Assert.Equal("?!", Resolve("…", "?!").ReaderText);
        Assert.Equal("When did it fly?", Resolve("   ", "When did it fly?").SearchText);
    }

    private static StandaloneQuestion Resolve(string previous, string last) => FollowUpRule.Resolve(
        new Question { Text = last, History = [new Turn(TurnRole.User, previous), new Turn(TurnRole.Assistant, "Yes.")] });
}
