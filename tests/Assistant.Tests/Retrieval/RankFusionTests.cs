using Assistant.Core;
using Assistant.Core.Retrieval;

namespace Assistant.Tests.Retrieval;

public class RankFusionTests
{
    [Fact]
    public void Gives_nothing_for_nothing() => Assert.Empty(RankFusion.Fuse([], 0.7));

    [Fact]
    public void Counts_a_score_that_is_equal_everywhere_as_zero()
    {
        var fused = RankFusion.Fuse([Candidate(1, 0.5, 2), Candidate(2, 0.5, 2)], 0.7);

        Assert.All(fused, static passage => Assert.Equal(0, passage.FusedScore));
    }

    [Fact]
    public void Weighs_normalised_scores_and_puts_the_best_first()
    {
        var fused = RankFusion.Fuse([Candidate(1, 0.2, 10), Candidate(2, 0.8, 0), Candidate(3, 0.5, 5)], 0.7);

        Assert.Equal([Id(2), Id(3), Id(1)], fused.Select(static passage => passage.PassageId));
        Assert.Equal([0.7, 0.5, 0.3], fused.Select(static passage => Math.Round(passage.FusedScore, 9)));
    }

    [Fact]
    public void Breaks_ties_by_passage_id()
    {
        var fused = RankFusion.Fuse([Candidate(3, 1, 1), Candidate(1, 1, 1), Candidate(2, 1, 1)], 0.5);

        Assert.Equal([Id(1), Id(2), Id(3)], fused.Select(static passage => passage.PassageId));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Refuses_a_weight_outside_zero_to_one(double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankFusion.Fuse([], weight));

    [Fact]
    public void Keeps_scores_within_zero_to_one_and_does_not_depend_on_input_order()
    {
        var random = new Random(7);
        var candidates = Enumerable.Range(1, 60)
            .Select(i => Candidate(i, (random.NextDouble() * 2) - 1, random.NextDouble() * 30)).ToList();

        var fused = RankFusion.Fuse(candidates, 0.7);
        candidates.Reverse();

        Assert.All(fused, static passage => Assert.InRange(passage.FusedScore, 0, 1));
        Assert.Equal(fused, RankFusion.Fuse(candidates, 0.7));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static RankedPassage Candidate(int number, double dense, double lexical) => new()
    {
        PassageId = Id(number),
        ArticleId = "a",
        Revision = "r",
        Title = "t",
        Source = "s",
        Start = 0,
        End = 1,
        Text = "x",
        DenseScore = dense,
        LexicalScore = lexical,
    };
}
