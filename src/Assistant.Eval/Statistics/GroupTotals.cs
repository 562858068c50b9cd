namespace Assistant.Eval.Statistics;

/// <summary>Sum and number of the scores of each group: all that a cluster method needs of the questions.</summary>
/// <remarks>
/// Groups by name and scores by size, so that nothing, rounding included, depends on the questions' order.
/// </remarks>
internal sealed class GroupTotals
{
    private readonly double[] _sums;
    private readonly int[] _counts;

    private GroupTotals(double[] sums, int[] counts)
    {
        _sums = sums;
        _counts = counts;
        Questions = counts.Sum();
        Mean = Questions == 0 ? 0 : sums.Sum() / Questions;
    }

    /// <summary>Number of groups.</summary>
    public int Groups => _sums.Length;

    /// <summary>Number of scores.</summary>
    public int Questions { get; }

    /// <summary>Mean score over questions; 0 without any.</summary>
    public double Mean { get; }

    /// <summary>Adds up scores by group.</summary>
    public static GroupTotals Of(IEnumerable<(string Group, double Score)> scores)
    {
        var groups = scores
            .GroupBy(score => score.Group, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Sum: group.Select(score => score.Score).Order().Sum(), Count: group.Count()))
            .ToArray();
        return new([.. groups.Select(group => group.Sum)], [.. groups.Select(group => group.Count)]);
    }

    /// <summary>Means of samples of as many groups, drawn with replacement.</summary>
    /// <param name="options">How many samples, and the seed.</param>
    /// <returns>Ascending, one for each sample.</returns>
    public double[] ResampledMeans(BootstrapOptions options)
    {
        SplitMix random = new(options.Seed);
        double[] means = new double[options.Resamples];
        for (int resample = 0; resample < means.Length; resample++)
        {
            double sum = 0;
            long count = 0;
            for (int draw = 0; draw < _sums.Length; draw++)
            {
                int group = random.Next(_sums.Length);
                sum += _sums[group];
                count += _counts[group];
            }

            means[resample] = sum / count;
        }

        Array.Sort(means);
        return means;
    }

    /// <summary>Standard error of the mean, groups being independent and their questions not.</summary>
    /// <remarks>Linearised ratio estimator: Cochran, "Sampling Techniques", 1977, section 9A.</remarks>
    /// <returns>At least 0; null with fewer than two groups.</returns>
    public double? StandardError()
    {
        if (Groups < 2)
            return null;
        double squares = 0;
        for (int group = 0; group < _sums.Length; group++)
        {
            double residual = _sums[group] - (_counts[group] * Mean);
            squares += residual * residual;
        }

        return Math.Sqrt(squares * Groups / (Groups - 1)) / Questions;
    }
}
