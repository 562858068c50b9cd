namespace Assistant.Eval.Metrics;

/// <summary>A point of the risk–coverage curve: what answering everything at or above a threshold would give.</summary>
/// <param name="Threshold">Lowest confidence that is answered.</param>
/// <param name="Coverage">Share of questions answered, in (0, 1].</param>
/// <param name="Risk">Share of those answered wrongly, in [0, 1].</param>
internal sealed record RiskCoveragePoint(double Threshold, double Coverage, double Risk);

/// <summary>Risk–coverage curve and its area: the price in wrong answers of answering more questions.</summary>
/// <remarks>
/// Source: Geifman, El-Yaniv, "Selective classification for deep neural networks", NIPS 2017; El-Yaniv, Wiener,
/// JMLR 2010. Risk is the share of first quotes that do not answer; an answer to an unanswerable question is wrong
/// by definition.
/// </remarks>
internal static class RiskCoverageCurve
{
    /// <summary>The curve, one point for each distinct confidence.</summary>
    /// <param name="outcomes">Positive = the first quote answers; any order.</param>
    /// <returns>By growing coverage; empty if there are no outcomes.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number.</exception>
    public static IReadOnlyList<RiskCoveragePoint> Points(IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        List<RiskCoveragePoint> points = [];
        int answered = 0;
        int wrong = 0;
        foreach ((int count, int positive, double confidence) in ScoredOutcome.Ties(outcomes))
        {
            answered += count;
            wrong += count - positive;
            points.Add(new(confidence, (double)answered / outcomes.Count, (double)wrong / answered));
        }

        return points;
    }

    /// <summary>
    /// Area under the curve: mean risk over the coverages 1/n … n/n, ties in expectation over their orders.
    /// </summary>
    /// <returns>In [0, 1], lower is better; null if there are no outcomes.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number.</exception>
    public static double? Area(IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        if (outcomes.Count == 0)
            return null;
        double area = 0;
        int answered = 0;
        double wrong = 0;
        foreach ((int count, int positive, _) in ScoredOutcome.Ties(outcomes))
        {
            double wrongEach = (double)(count - positive) / count;
            for (int step = 0; step < count; step++)
            {
                answered++;
                wrong += wrongEach;
                area += wrong / answered;
            }
        }

        return area / outcomes.Count;
    }
}
