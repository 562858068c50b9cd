namespace Assistant.Eval.Statistics;

/// <summary>
/// Holm's step-down correction: the chance of even one false alarm among all tests stays at the level.
/// </summary>
/// <remarks>
/// Source: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics
/// 1979.
/// </remarks>
internal static class HolmCorrection
{
    /// <summary>Adjusts p-values, to be compared with the level itself.</summary>
    /// <param name="pValues">In [0, 1], any order.</param>
    /// <returns>In [0, 1], in the order given, none below its original.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        double[] adjusted = new double[pValues.Count];
        double largest = 0;
        int remaining = pValues.Count;
        foreach (int index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]))
        {
            largest = Math.Max(largest, Math.Min(1, pValues[index] * remaining--));
            adjusted[index] = largest;
        }

        return adjusted;
    }
}
