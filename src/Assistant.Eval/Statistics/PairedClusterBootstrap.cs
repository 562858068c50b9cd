namespace Assistant.Eval.Statistics;

/// <summary>What a paired bootstrap says of a difference of means.</summary>
/// <param name="Difference">Candidate minus baseline, over questions.</param>
/// <param name="Interval">Percentile interval of the difference.</param>
/// <param name="PValue">Two-sided, in (0, 1]; of no difference.</param>
internal sealed record BootstrapResult(double Difference, Interval Interval, double PValue);

/// <summary>Paired bootstrap of a difference between two runs on the same questions, drawing whole groups.</summary>
/// <remarks>
/// Source: Koehn, "Statistical significance tests for machine translation evaluation", EMNLP 2004 (paired bootstrap);
/// Field, Welsh, JRSS B 2007 (clusters drawn whole). The p-value is twice the smaller share of resampled differences on
/// either side of 0, those at 0 on both, one added to each count: Davison, Hinkley, "Bootstrap Methods", 1997,
/// chapter 4. Deterministic, whatever the order of the questions.
/// </remarks>
internal static class PairedClusterBootstrap
{
    /// <summary>Sums of scores that cancel out may miss 0 by this much.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Tests whether two runs differ.</summary>
    /// <returns>Null with fewer than two groups.</returns>
    public static BootstrapResult? Test(IReadOnlyCollection<PairedScore> scores, BootstrapOptions options)
    {
        GroupTotals totals = GroupTotals.Of(scores.Select(score => (score.Group, score.Difference)));
        if (totals.Groups < 2)
            return null;
        double[] means = totals.ResampledMeans(options);
        int notAbove = means.Count(mean => mean <= Rounding);
        int notBelow = means.Count(mean => mean >= -Rounding);
        double pValue = 2.0 * (Math.Min(notAbove, notBelow) + 1) / (means.Length + 1);
        return new(totals.Mean, options.Percentiles(means), Math.Min(1, pValue));
    }
}
