using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Comparison;

/// <summary>Compares one metric over paired rows.</summary>
internal static class MetricComparer
{
    /// <summary>Compares scores that each question has of its own.</summary>
    /// <param name="metric">Which one.</param>
    /// <param name="pairs">Measured by both runs; those that either run does not score are left out.</param>
    /// <param name="level">Level for the smallest detectable difference.</param>
    /// <param name="options">How resamples are drawn.</param>
    /// <returns>Null if both runs score no question.</returns>
    public static MetricComparison? Compare(
        MetricReading metric, IEnumerable<RowPair> pairs, double level, BootstrapOptions options)
    {
        PairedScore[] scores = [.. pairs
            .Where(pair => pair.Baseline.Metrics.ContainsKey(metric.Name)
                && pair.Candidate.Metrics.ContainsKey(metric.Name))
            .Select(pair => new PairedScore(
                pair.Candidate.Group, pair.Baseline.Metrics[metric.Name], pair.Candidate.Metrics[metric.Name]))];
        if (scores.Length == 0)
            return null;
        int fell = scores.Count(score => score.Difference < 0);
        int rose = scores.Count(score => score.Difference > 0);
        double? midP = metric.IsBinary ? McNemarTest.MidP(fell, rose) : null;
        BootstrapResult? bootstrap = PairedClusterBootstrap.Test(scores, options);
        return new()
        {
            Metric = metric,
            Questions = scores.Length,
            Groups = scores.DistinctBy(score => score.Group).Count(),
            Baseline = scores.Average(score => score.Baseline),
            Candidate = scores.Average(score => score.Candidate),
            Interval = bootstrap?.Interval,
            McNemarMidP = midP,
            PValue = bootstrap is null ? null : PValue(metric, bootstrap, midP, scores, options),
            Lost = metric.HigherIsBetter ? fell : rose,
            Won = metric.HigherIsBetter ? rose : fell,
            SmallestDetectable = SmallestDetectable(metric, scores, level),
        };
    }

    /// <summary>Compares the figures that only a whole run has: no test, since no question has a score.</summary>
    public static IEnumerable<MetricComparison> CompareTotals(
        IReadOnlyCollection<QuestionResult> baseline,
        IReadOnlyCollection<QuestionResult> candidate)
    {
        Dictionary<string, RunTotal> before = RunTotals.OfWholeRun(baseline)
            .ToDictionary(total => total.Metric.Name, StringComparer.Ordinal);
        foreach (RunTotal total in RunTotals.OfWholeRun(candidate))
        {
            if (before.TryGetValue(total.Metric.Name, out RunTotal? earlier))
            {
                yield return new()
                {
                    Metric = total.Metric,
                    Questions = total.Questions,
                    Baseline = earlier.Value,
                    Candidate = total.Value,
                };
            }
        }
    }

    /// <summary>
    /// The bootstrap alone alarms too often with few groups or few changes, so a metric that gates needs two tests.
    /// </summary>
    private static double PValue(
        MetricReading metric, BootstrapResult bootstrap, double? midP, PairedScore[] scores, BootstrapOptions options)
    {
        if (!metric.Gates)
            return bootstrap.PValue;
        return Math.Max(bootstrap.PValue, midP ?? GroupRandomization.PValue(scores, options));
    }

    private static double? SmallestDetectable(MetricReading metric, PairedScore[] scores, double level)
    {
        double? grouped = StandardError(scores, score => score.Group);
        if (grouped is null || !metric.IsBinary)
            return DetectableDifference.OfMean(grouped, level);
        int position = 0;
        double alone = StandardError(scores, _ => $"{position++}") ?? 0;
        double designEffect = alone > 0 ? Math.Max(1, Math.Pow(grouped.Value / alone, 2)) : 1;
        int changed = scores.Count(score => score.Difference != 0);
        return DetectableDifference.OfBinary(changed, scores.Length, level, designEffect);
    }

    private static double? StandardError(PairedScore[] scores, Func<PairedScore, string> group) =>
        GroupTotals.Of(scores.Select(score => (group(score), score.Difference))).StandardError();
}
