namespace Assistant.Eval.Metrics;

/// <summary>A bin of the calibration plot.</summary>
/// <param name="Count">Questions in the bin.</param>
/// <param name="MeanConfidence">What was promised, in [0, 1].</param>
/// <param name="ShareTrue">What came true, in [0, 1].</param>
internal sealed record CalibrationBin(int Count, double MeanConfidence, double ShareTrue);

/// <summary>ECE: the gap between promised and true shares, averaged over bins of equal numbers of questions.</summary>
/// <remarks>
/// Source: Naeini, Cooper, Hauskrecht, AAAI 2015; equal-mass bins as in Nguyen, O'Connor, EMNLP 2015, and Roelofs
/// et al., AISTATS 2022, who find them less biased. Questions of equal confidence share their outcomes evenly, so
/// that their order does not matter where a bin ends among them.
/// </remarks>
internal static class ExpectedCalibrationError
{
    /// <summary>The bins, sizes differing by at most one; fewer than asked for if there are fewer questions.</summary>
    /// <param name="outcomes">Confidence in [0, 1]; any order.</param>
    /// <param name="binCount">Bins wanted.</param>
    /// <returns>By growing confidence; empty if there are no outcomes.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number in [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="binCount"/> is not positive.</exception>
    public static IReadOnlyList<CalibrationBin> Bins(IReadOnlyCollection<ScoredOutcome> outcomes, int binCount = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(binCount);
        if (outcomes.Any(outcome => outcome.Confidence is < 0 or > 1))
            throw new ArgumentException("A confidence is outside [0, 1].", nameof(outcomes));
        (double Confidence, double True)[] sorted = [.. ScoredOutcome.Ties(outcomes)
            .Reverse()
            .SelectMany(tie => Enumerable.Repeat((tie.Confidence, (double)tie.Positive / tie.Count), tie.Count))];
        int bins = Math.Min(binCount, sorted.Length);
        return [.. Enumerable.Range(0, bins).Select(bin =>
            Bin(sorted[(bin * sorted.Length / bins)..((bin + 1) * sorted.Length / bins)]))];
    }

    /// <summary>The error: bins weighted by their size.</summary>
    /// <returns>In [0, 1], lower is better; null if there are no outcomes.</returns>
    /// <exception cref="ArgumentException">A confidence is not a number in [0, 1].</exception>
    public static double? Score(IReadOnlyCollection<ScoredOutcome> outcomes, int binCount = 10)
    {
        IReadOnlyList<CalibrationBin> bins = Bins(outcomes, binCount);
        return bins.Count == 0
            ? null
            : bins.Sum(bin => bin.Count * Math.Abs(bin.MeanConfidence - bin.ShareTrue)) / outcomes.Count;
    }

    private static CalibrationBin Bin((double Confidence, double True)[] members) =>
        new(members.Length, members.Average(member => member.Confidence), members.Average(member => member.True));
}
