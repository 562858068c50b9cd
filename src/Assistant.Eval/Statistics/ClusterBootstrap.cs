namespace Assistant.Eval.Statistics;

/// <summary>Interval of a mean over questions that come in groups.</summary>
/// <remarks>
/// Source: Efron, Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile interval); groups drawn
/// whole as in Field, Welsh, "Bootstrapping clustered data", JRSS B 2007. Deterministic.
/// </remarks>
internal static class ClusterBootstrap
{
    /// <summary>Draws groups with replacement and takes the percentiles of the means.</summary>
    /// <returns>Null with fewer than two groups: nothing is known about how groups differ.</returns>
    public static Interval? MeanInterval(
        IReadOnlyCollection<(string Group, double Score)> scores, BootstrapOptions options)
    {
        GroupTotals totals = GroupTotals.Of(scores);
        return totals.Groups < 2
            ? null
            : options.Percentiles(totals.ResampledMeans(options));
    }
}
