namespace Assistant.Eval.Statistics;

/// <summary>
/// Score interval of a share, sound for small numbers and for shares near 0 and 1. Takes questions as independent.
/// </summary>
/// <remarks>
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 1927.
/// </remarks>
internal static class WilsonInterval
{
    /// <summary>The interval of a share.</summary>
    /// <returns>Inside [0, 1]; null without questions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More successes than questions, or a negative count.</exception>
    public static Interval? OfShare(int successes, int questions, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, questions);
        if (questions == 0)
            return null;
        double z = NormalDistribution.Quantile((1 + confidence) / 2);
        double share = (double)successes / questions;
        double scale = 1 + (z * z / questions);
        double centre = (share + (z * z / (2 * questions))) / scale;
        double variance = (share * (1 - share) / questions) + (z * z / (4.0 * questions * questions));
        double half = z / scale * Math.Sqrt(variance);
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
