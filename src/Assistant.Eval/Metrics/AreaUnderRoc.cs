namespace Assistant.Eval.Metrics;

/// <summary>AUROC: the chance that a positive has the higher confidence than a negative, a tie counting half.</summary>
/// <remarks>
/// Source: Hanley, McNeil, "The meaning and use of the area under a ROC curve", Radiology 1982. O(n log n).
/// </remarks>
internal static class AreaUnderRoc
{
    /// <summary>Scores a set of outcomes in any order.</summary>
    /// <returns>In [0, 1], 0.5 if all are tied; null without a positive or without a negative.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number.</exception>
    public static double? Score(IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        double wins = 0;
        double positivesAbove = 0;
        double negatives = 0;
        foreach ((int count, int positive, _) in ScoredOutcome.Ties(outcomes))
        {
            int negative = count - positive;
            wins += negative * (positivesAbove + (positive / 2.0));
            positivesAbove += positive;
            negatives += negative;
        }

        return positivesAbove == 0 || negatives == 0 ? null : wins / (positivesAbove * negatives);
    }
}
