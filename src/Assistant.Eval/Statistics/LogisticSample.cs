namespace Assistant.Eval.Statistics;

/// <summary>A question to fit the answer probability on.</summary>
/// <param name="Suite">Where it comes from.</param>
/// <param name="Features">Scores of reader and fusion; the same number and order in each sample.</param>
/// <param name="IsPositive">Whether the event came true: the first quote answers.</param>
/// <param name="Weight">At least 0.</param>
internal sealed record LogisticSample(string Suite, IReadOnlyList<double> Features, bool IsPositive, double Weight = 1)
{
    /// <summary>
    /// Gives samples the weights with which each suite counts the same, whatever its size; mean weight 1.
    /// </summary>
    public static IReadOnlyList<LogisticSample> WeighSuitesEqually(IReadOnlyCollection<LogisticSample> samples)
    {
        Dictionary<string, int> sizes = samples.CountBy(sample => sample.Suite).ToDictionary();
        return [.. samples.Select(sample => sample with
        {
            Weight = (double)samples.Count / (sizes.Count * sizes[sample.Suite]),
        })];
    }
}
