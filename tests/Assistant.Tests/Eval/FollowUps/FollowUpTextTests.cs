using Assistant.Core;
using Assistant.Eval.FollowUps;

namespace Assistant.Tests.Eval.FollowUps;

public sealed class FollowUpTextTests
{
    private static readonly Question FollowUp = new()
    {
        Text = "And the price?",
        History = [new Turn(TurnRole.User, "What is the Su-57?"), new Turn(TurnRole.Assistant, "A fighter.")],
    };

    [Fact]
    public void Shows_the_mean_recall_of_each_variant_and_where_it_differs_from_the_rule()
    {
        FollowUpRow[] rows = [new("q1", "rule", "a", 1), new("q2", "rule", "b", 0), new("q1", "model", "a", 1), new("q2", "model", "c", 1)];

        var text = FollowUpText.Render(rows);

        Assert.Contains("2 follow-up questions", text, StringComparison.Ordinal);
        Assert.Matches(@"rule\s+0\.500\s+0", text);
        Assert.Matches(@"model\s+1\.000\s+1", text);
    }

    [Fact]
    public async Task The_variants_search_the_last_turn_and_the_two_last_turns_of_the_user()
    {
        Assert.Equal("And the price?", await FollowUpRun.LastTurn.SearchTextAsync(FollowUp, CancellationToken.None));
        Assert.Equal("What is the Su-57? And the price?", await FollowUpRun.LastTwoTurns.SearchTextAsync(FollowUp, CancellationToken.None));
    }
}
