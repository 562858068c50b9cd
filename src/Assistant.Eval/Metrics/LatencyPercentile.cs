namespace Assistant.Eval.Metrics;

/// <summary>
/// p50 and p95 of wall-clock times: the smallest time that at least that share of the questions took no longer
/// than.
/// </summary>
/// <remarks>
/// Nearest rank: Hyndman, Fan, "Sample quantiles in statistical packages", The American Statistician 1996, type 1.
/// </remarks>
internal static class LatencyPercentile
{
    /// <summary>A percentile of times in any order.</summary>
    /// <param name="milliseconds">One for each measured question.</param>
    /// <param name="percent">In (0, 100].</param>
    /// <returns>A time that occurs; null if there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is outside (0, 100].</exception>
    public static double? Score(IReadOnlyCollection<double> milliseconds, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        if (milliseconds.Count == 0)
            return null;
        double[] sorted = [.. milliseconds.Order()];
        int rank = (int)(((long)percent * sorted.Length + 99) / 100);
        return sorted[rank - 1];
    }
}
