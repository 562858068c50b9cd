namespace Assistant.Eval.Statistics;

/// <summary>How a bootstrap is drawn; the defaults are those of every figure that is published.</summary>
internal sealed record BootstrapOptions
{
    /// <summary>The defaults.</summary>
    public static BootstrapOptions Default { get; } = new();

    /// <summary>Samples drawn; at least 100.</summary>
    public int Resamples { get; init; } = 10_000;

    /// <summary>Fixed, so that the same scores give the same figures.</summary>
    public ulong Seed { get; init; } = 20_260_101;

    /// <summary>Share of intervals that should hold the truth.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The percentile interval of sorted values.</summary>
    internal Interval Percentiles(double[] sorted)
    {
        double tail = (1 - Confidence) / 2;
        int low = (int)Math.Floor(tail * (sorted.Length - 1));
        return new(sorted[low], sorted[sorted.Length - 1 - low]);
    }
}
