namespace Assistant.Eval.Metrics;

/// <summary>
/// AP: precision at the rank of each relevant document, averaged over all relevant ones; its mean is MAP.
/// </summary>
/// <remarks>
/// Source: Buckley, Voorhees, "Retrieval evaluation with incomplete information", SIGIR 2004; trec_eval <c>map</c>.
/// </remarks>
internal static class AveragePrecision
{
    /// <summary>Scores one ranking over its whole length; a relevant document that is not ranked adds 0.</summary>
    /// <returns>In [0, 1]; null if no document is relevant.</returns>
    public static double? Score(JudgedRanking ranking)
    {
        if (ranking.RelevantCount == 0)
            return null;
        int found = 0;
        double sum = 0;
        for (int index = 0; index < ranking.Grades.Count; index++)
        {
            if (ranking.Grades[index] > 0)
                sum += (double)++found / (index + 1);
        }

        return sum / ranking.RelevantCount;
    }
}
