namespace Assistant.Eval.Statistics;

/// <summary>
/// Paired randomisation test of a difference between two runs, the runs swapped for whole groups at a time.
/// </summary>
/// <remarks>
/// Source: Smucker, Allan, Carterette, "A comparison of statistical significance tests for information retrieval
/// evaluation", CIKM 2007. Keeps its level for any number of groups, also where few questions change; the bootstrap
/// does not. Deterministic, whatever the order of the questions.
/// </remarks>
internal static class GroupRandomization
{
    /// <summary>The two-sided p-value of no difference.</summary>
    /// <returns>In (0, 1]; 1 if nothing changed.</returns>
    public static double PValue(IReadOnlyCollection<PairedScore> scores, BootstrapOptions options)
    {
        double[] changes = [.. scores
            .GroupBy(score => score.Group, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Select(score => score.Difference).Order().Sum())
            .Where(change => change != 0)];
        double observed = Math.Abs(changes.Sum()) - 1e-9;
        SplitMix random = new(options.Seed);
        int asLarge = 0;
        for (int swap = 0; swap < options.Resamples; swap++)
        {
            if (Math.Abs(SwappedSum(changes, random)) >= observed)
                asLarge++;
        }

        return (asLarge + 1.0) / (options.Resamples + 1);
    }

    private static double SwappedSum(double[] changes, SplitMix random)
    {
        double sum = 0;
        foreach (double change in changes)
            sum += random.Next(2) == 0 ? change : -change;
        return sum;
    }
}
