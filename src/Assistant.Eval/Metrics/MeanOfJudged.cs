namespace Assistant.Eval.Metrics;

/// <summary>The mean over the questions that a metric judges; the others, scored null, are left out.</summary>
internal static class MeanOfJudged
{
    /// <summary>Averages the scores that are not null.</summary>
    /// <returns>The mean; null if nothing was judged.</returns>
    public static double? Score(IEnumerable<double?> scores) => scores.Average();
}
