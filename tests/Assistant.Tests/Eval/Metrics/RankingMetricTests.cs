using Assistant.Eval.Metrics;

namespace Assistant.Tests.Eval.Metrics;

public sealed class RankingMetricTests
{
    // Golden figures: an independent Python reference of trec_eval's definitions (linear gain, log2 discount), where
    // this ranking has grades 0 1 2 0 0 0 0 0 0 0 1 once the second "b" is gone.
    private static readonly Dictionary<string, int> Qrels = new() { ["a"] = 2, ["b"] = 1, ["c"] = 1, ["z"] = 0 };

    private static readonly string[] Ranking = ["x", "b", "a", "b", "y", "z", "q", "w", "e", "t", "u", "c"];

    private static readonly JudgedRanking Judged = JudgedRanking.Judge(Ranking, Qrels);

    private static readonly JudgedRanking Nothing =
        JudgedRanking.Judge(Ranking, new Dictionary<string, int> { ["x"] = 0 });

    private static readonly JudgedRanking Unranked = JudgedRanking.Judge([], Qrels);

    [Fact]
    public void A_document_counts_where_it_first_stands()
    {
        Assert.Equal([0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 1], Judged.Grades);
        Assert.Equal([2, 1, 1], Judged.IdealGrades);
    }

    [Fact]
    public void Negative_judgments_are_not_relevant()
    {
        JudgedRanking judged = JudgedRanking.Judge(["a", "b"], new Dictionary<string, int> { ["a"] = -1, ["b"] = 1 });

        Assert.Equal([0, 1], judged.Grades);
        Assert.Equal(1, judged.RelevantCount);
    }

    [Theory]
    [InlineData(10, 0.5209090851403014)]
    [InlineData(2, 0.23981246656813146)]
    [InlineData(1, 0)]
    public void Ndcg_agrees_with_the_reference(int k, double expected) =>
        Assert.Equal(expected, NormalizedDiscountedGain.Score(Judged, k)!.Value, 12);

    [Fact]
    public void Ndcg_cuts_the_ideal_order_at_k_too()
    {
        Dictionary<string, int> qrels = Enumerable.Range(0, 12).ToDictionary(number => $"d{number}", _ => 1);

        double? partly = NormalizedDiscountedGain.Score(JudgedRanking.Judge(["d0", "d1", "x", "d2"], qrels));
        double? ideal = NormalizedDiscountedGain.Score(JudgedRanking.Judge([.. qrels.Keys], qrels));

        Assert.Equal(0.4537425745411855, partly!.Value, 12);
        Assert.Equal(1, ideal!.Value, 12);
    }

    [Fact]
    public void Ndcg_stays_in_range_and_only_the_ideal_order_reaches_one()
    {
        Random random = new(11);
        string[] documents = [.. Enumerable.Range(0, 15).Select(number => $"d{number}")];
        Dictionary<string, int> qrels = new() { ["d1"] = 3, ["d4"] = 2, ["d9"] = 1 };
        for (int round = 0; round < 300; round++)
        {
            random.Shuffle(documents);
            double score = NormalizedDiscountedGain.Score(JudgedRanking.Judge(documents, qrels))!.Value;
            bool isIdeal = documents.Take(3).SequenceEqual(["d1", "d4", "d9"]);
            Assert.InRange(score, 0, isIdeal ? 1 : 1 - 1e-9);
        }

        Assert.Equal(1, NormalizedDiscountedGain.Score(JudgedRanking.Judge(["d1", "d4", "d9"], qrels))!.Value, 12);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1.0 / 3)]
    [InlineData(10, 2.0 / 3)]
    [InlineData(11, 1)]
    [InlineData(1000, 1)]
    public void Recall_is_the_share_of_relevant_documents_found(int k, double expected) =>
        Assert.Equal(expected, RecallAtK.Score(Judged, k)!.Value, 12);

    [Fact]
    public void Reciprocal_rank_is_one_over_the_first_relevant_rank() =>
        Assert.Equal(0.5, ReciprocalRank.Score(Judged));

    [Theory]
    [InlineData(9, 0.1)]
    [InlineData(10, 0)]
    public void Reciprocal_rank_ends_at_rank_ten(int irrelevantBefore, double expected)
    {
        string[] ranking = [.. Enumerable.Range(0, irrelevantBefore).Select(number => $"x{number}"), "a"];

        Assert.Equal(expected, ReciprocalRank.Score(JudgedRanking.Judge(ranking, Qrels)));
    }

    [Fact]
    public void Average_precision_counts_unranked_documents_as_zero()
    {
        // (1/2 + 2/3 + 3/11) / 3, and (1/1) / 3 when only one of three is ranked.
        Assert.Equal(0.4797979797979797, AveragePrecision.Score(Judged)!.Value, 12);
        Assert.Equal(1.0 / 3, AveragePrecision.Score(JudgedRanking.Judge(["b"], Qrels))!.Value, 12);
    }

    [Fact]
    public void Follow_up_recall_judges_only_questions_with_history()
    {
        Assert.Equal(2.0 / 3, FollowUpRecall.Score(Judged, hasHistory: true)!.Value, 12);
        Assert.Null(FollowUpRecall.Score(Judged, hasHistory: false));
        Assert.Null(FollowUpRecall.Score(Nothing, hasHistory: true));
    }

    [Fact]
    public void Nothing_relevant_is_not_judged()
    {
        Assert.Null(NormalizedDiscountedGain.Score(Nothing));
        Assert.Null(RecallAtK.Score(Nothing, 10));
        Assert.Null(ReciprocalRank.Score(Nothing));
        Assert.Null(AveragePrecision.Score(Nothing));
    }

    [Fact]
    public void An_empty_ranking_scores_zero()
    {
        Assert.Equal(0, NormalizedDiscountedGain.Score(Unranked));
        Assert.Equal(0, RecallAtK.Score(Unranked, 10));
        Assert.Equal(0, ReciprocalRank.Score(Unranked));
        Assert.Equal(0, AveragePrecision.Score(Unranked));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_a_depth_below_one(int k)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RecallAtK.Score(Judged, k));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReciprocalRank.Score(Judged, k));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalizedDiscountedGain.Score(Judged, k));
    }
}
