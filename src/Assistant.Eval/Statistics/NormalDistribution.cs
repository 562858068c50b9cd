namespace Assistant.Eval.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The value that a share of the distribution lies below; right to about seven digits.</summary>
    /// <remarks>
    /// Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics
    /// 1988, PPND7.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not inside (0, 1).</exception>
    public static double Quantile(double probability)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Must lie inside (0, 1).");
        double fromCentre = probability - 0.5;
        return Math.Abs(fromCentre) <= 0.425
            ? Centre(fromCentre)
            : Math.Sign(fromCentre) * Tail(Math.Sqrt(-Math.Log(Math.Min(probability, 1 - probability))));
    }

    private static double Centre(double fromCentre)
    {
        double r = 0.180625 - (fromCentre * fromCentre);
        return fromCentre
            * ((((((5.9109374720e+1 * r) + 1.5929113202e+2) * r) + 5.0434271938e+1) * r) + 3.3871327179e+0)
            / ((((((6.7187563600e+1 * r) + 7.8757757664e+1) * r) + 1.7895169469e+1) * r) + 1);
    }

    private static double Tail(double r)
    {
        if (r <= 5)
        {
            double near = r - 1.6;
            return ((((((1.7023821103e-1 * near) + 1.3067284816e+0) * near) + 2.7568153900e+0) * near)
                + 1.4234372777e+0)
                / ((((1.2021132975e-1 * near) + 7.3700164250e-1) * near) + 1);
        }

        double far = r - 5;
        return ((((((1.7337203997e-2 * far) + 4.2868294337e-1) * far) + 3.0812263860e+0) * far)
            + 6.6579051150e+0)
            / ((((1.2258202635e-2 * far) + 2.4197894225e-1) * far) + 1);
    }
}
