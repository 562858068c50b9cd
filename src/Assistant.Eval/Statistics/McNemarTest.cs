namespace Assistant.Eval.Statistics;

/// <summary>Exact mid-p test of a yes-or-no metric on the same questions in two runs.</summary>
/// <remarks>
/// Source: Fagerland, Lydersen, Laake, "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better
/// than exact conditional", BMC Medical Research Methodology 2013. Takes questions as independent of each other.
/// </remarks>
internal static class McNemarTest
{
    /// <summary>The two-sided mid-p-value, from the questions that changed.</summary>
    /// <param name="lost">Questions that were right in the baseline only.</param>
    /// <param name="won">Questions that are right in the candidate only.</param>
    /// <returns>In (0, 1]; 1 if none changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double MidP(int lost, int won)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        int changed = lost + won;
        int fewer = Math.Min(lost, won);
        double logProbability = -changed * Math.Log(2);
        double below = 0;
        for (int count = 0; count < fewer; count++)
        {
            below += Math.Exp(logProbability);
            logProbability += Math.Log((double)(changed - count) / (count + 1));
        }

        return Math.Min(1, 2 * (below + (Math.Exp(logProbability) / 2)));
    }
}
