namespace Assistant.Eval.Metrics;

/// <summary>nDCG@k: the sum of grade / log2(rank + 1) over the first k, divided by that of the ideal order.</summary>
/// <remarks>
/// Source: Järvelin, Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002, with linear gain as in
/// trec_eval's <c>ndcg_cut</c>, which BEIR reports.
/// </remarks>
internal static class NormalizedDiscountedGain
{
    /// <summary>Scores one ranking.</summary>
    /// <returns>In [0, 1], 1 for the ideal order; null if no document is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Score(JudgedRanking ranking, int k = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        return ranking.RelevantCount == 0
            ? null
            : DiscountedGain(ranking.Grades, k) / DiscountedGain(ranking.IdealGrades, k);
    }

    private static double DiscountedGain(IReadOnlyList<int> grades, int k)
    {
        double gain = 0;
        int depth = Math.Min(k, grades.Count);
        for (int index = 0; index < depth; index++)
            gain += grades[index] / Math.Log2(index + 2);
        return gain;
    }
}
