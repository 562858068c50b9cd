namespace Assistant.Eval.Metrics;

/// <summary>A question's confidence beside what it was a confidence of.</summary>
/// <param name="Confidence">Higher is surer; a number.</param>
/// <param name="IsPositive">Whether the event came true, such as "the first quote answers" or "answerable".</param>
internal readonly record struct ScoredOutcome(double Confidence, bool IsPositive)
{
    /// <summary>Groups outcomes of equal confidence, for which no order is known.</summary>
    /// <param name="outcomes">In any order.</param>
    /// <returns>(number of outcomes, number of positive ones, confidence) by falling confidence.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number.</exception>
    internal static IReadOnlyList<(int Count, int Positive, double Confidence)> Ties(
        IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        if (outcomes.Any(outcome => double.IsNaN(outcome.Confidence)))
            throw new ArgumentException("A confidence is not a number.", nameof(outcomes));
        return [.. outcomes
            .GroupBy(outcome => outcome.Confidence)
            .OrderByDescending(tie => tie.Key)
            .Select(tie => (tie.Count(), tie.Count(outcome => outcome.IsPositive), tie.Key))];
    }
}
