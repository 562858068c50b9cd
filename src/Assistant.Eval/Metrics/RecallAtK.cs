namespace Assistant.Eval.Metrics;

/// <summary>Recall@k: the share of the relevant documents that stand among the first k.</summary>
/// <remarks>
/// Source: Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 2008, chapter 8; trec_eval
/// <c>recall</c>.
/// </remarks>
internal static class RecallAtK
{
    /// <summary>Scores one ranking.</summary>
    /// <returns>In [0, 1]; null if no document is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Score(JudgedRanking ranking, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        return ranking.RelevantCount == 0
            ? null
            : (double)ranking.Grades.Take(k).Count(grade => grade > 0) / ranking.RelevantCount;
    }
}
