namespace Assistant.Eval.Statistics;

/// <summary>The smallest true difference that a comparison would most likely notice, given the noise it saw.</summary>
/// <remarks>
/// Binary: Connor, "Sample size for testing differences in proportions for the paired-sample design", Biometrics 1987,
/// solved for the difference; a difference larger than the observed discordance needs at least as much discordance
/// as it is large. Otherwise: the normal approximation, (z(1 - level/2) + z(power)) standard errors.
/// </remarks>
internal static class DetectableDifference
{
    private const int Halvings = 60;

    /// <summary>For a yes-or-no metric.</summary>
    /// <param name="changed">Questions that differ between the runs.</param>
    /// <param name="questions">Questions compared.</param>
    /// <param name="level">Two-sided level that the difference must pass.</param>
    /// <param name="designEffect">How many times larger grouping makes the variance; at least 1.</param>
    /// <param name="power">Chance of noticing.</param>
    /// <returns>In (0, 1]; null if not even a difference of 1 would be noticed, or there are no questions.</returns>
    public static double? OfBinary(
        int changed, int questions, double level, double designEffect = 1, double power = 0.8)
    {
        if (questions == 0)
            return null;
        double discordance = (double)changed / questions;
        double root = Math.Sqrt(questions / designEffect);
        double levelQuantile = NormalDistribution.Quantile(1 - (level / 2));
        double powerQuantile = NormalDistribution.Quantile(power);
        double low = 0;
        double high = 1;
        if (!IsNoticed(high))
            return null;
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (low + high) / 2;
            if (IsNoticed(middle))
                high = middle;
            else
                low = middle;
        }

        return high;

        bool IsNoticed(double difference)
        {
            double spread = Math.Max(discordance, difference);
            return root * difference >= (levelQuantile * Math.Sqrt(spread))
                + (powerQuantile * Math.Sqrt(spread - (difference * difference)));
        }
    }

    /// <summary>For any other metric.</summary>
    /// <param name="standardError">Of the observed difference; null or 0 if nothing is known of the noise.</param>
    /// <param name="level">Two-sided level that the difference must pass.</param>
    /// <param name="power">Chance of noticing.</param>
    /// <returns>Above 0; null if nothing is known of the noise, as when no score changed.</returns>
    public static double? OfMean(double? standardError, double level, double power = 0.8) =>
        standardError is > 0
            ? (NormalDistribution.Quantile(1 - (level / 2)) + NormalDistribution.Quantile(power)) * standardError
            : null;
}
