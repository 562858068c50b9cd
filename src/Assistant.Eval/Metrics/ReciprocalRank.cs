namespace Assistant.Eval.Metrics;

/// <summary>RR@k: one over the rank of the first relevant document, 0 beyond rank k; its mean is MRR@k.</summary>
/// <remarks>Source: Voorhees, "The TREC-8 Question Answering Track Report", TREC 1999.</remarks>
internal static class ReciprocalRank
{
    /// <summary>Scores one ranking.</summary>
    /// <returns>In [0, 1]; null if no document is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Score(JudgedRanking ranking, int k = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        if (ranking.RelevantCount == 0)
            return null;
        int depth = Math.Min(k, ranking.Grades.Count);
        for (int index = 0; index < depth; index++)
        {
            if (ranking.Grades[index] > 0)
                return 1.0 / (index + 1);
        }

        return 0;
    }
}
