using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Comparison;

/// <summary>A metric over a whole run.</summary>
/// <param name="Metric">Which one, and how it is read.</param>
/// <param name="Value">Its value.</param>
/// <param name="Questions">How many questions it judged.</param>
/// <param name="Interval">
/// 95 % interval from a bootstrap by group; null where a question has no score of its own.
/// </param>
internal sealed record RunTotal(MetricReading Metric, double Value, int Questions, Interval? Interval = null);

/// <summary>Totals of a run, from its rows alone. A metric that judged nothing is absent, not 0.</summary>
internal static class RunTotals
{
    /// <summary>Means of the rows' metrics, and the metrics that only a whole run has.</summary>
    /// <param name="rows">Unmeasured ones are left out; they are counted apart.</param>
    /// <param name="options">How intervals are drawn.</param>
    /// <returns>In the order of the catalogue.</returns>
    public static IReadOnlyList<RunTotal> Of(IReadOnlyCollection<QuestionResult> rows, BootstrapOptions options)
    {
        QuestionResult[] measured = [.. rows.Where(row => row.IsMeasured)];
        return
        [
            .. MetricCatalog
                .InOrder(measured.SelectMany(row => row.Metrics.Keys))
                .Select(metric => Mean(metric, measured, options)),
            .. OfWholeRun(measured),
        ];
    }

    /// <summary>
    /// Only the metrics that have no score for each question: ranking of confidences, calibration, times.
    /// </summary>
    /// <param name="rows">Measured ones.</param>
    public static IReadOnlyList<RunTotal> OfWholeRun(IReadOnlyCollection<QuestionResult> rows)
    {
        List<RunTotal> totals = [];
        Add(totals, MetricName.AreaUnderRoc, Answerability(rows), AreaUnderRoc.Score);
        Add(totals, MetricName.RiskCoverageArea, FirstQuotes(rows), RiskCoverageCurve.Area);
        Add(totals, MetricName.CalibrationError, FirstQuotes(rows), all => ExpectedCalibrationError.Score(all));
        double[] times = [.. rows.Select(row => row.LatencyMs)];
        Add(totals, MetricName.LatencyP50, times, all => LatencyPercentile.Score(all, 50));
        Add(totals, MetricName.LatencyP95, times, all => LatencyPercentile.Score(all, 95));
        return totals;
    }

    /// <summary>Confidence beside "answerable"; underspecified and partly answerable questions left out.</summary>
    public static IReadOnlyList<ScoredOutcome> Answerability(IEnumerable<QuestionResult> rows) =>
        [.. rows
            .Where(row => row.Confidence is not null && !row.IsReportedApart)
            .Select(row => new ScoredOutcome(row.Confidence!.Value, row.Answerable))];

    /// <summary>
    /// Confidence beside "the first quote answers", for risk–coverage and calibration: the best quote before the gate
    /// where the row has it, else the answer's. For an unanswerable question no quote answers.
    /// </summary>
    /// <returns>Empty if no row judges quotes: unanswerable questions alone say nothing of risk.</returns>
    public static IReadOnlyList<ScoredOutcome> FirstQuotes(IReadOnlyCollection<QuestionResult> rows)
    {
        if (!rows.Any(row => row.Answerable && QuoteHit(row) is not null))
            return [];
        return [.. rows
            .Where(row => row.Confidence is not null && !row.IsReportedApart)
            .Select(row => (row.Confidence, Hit: row.Answerable ? QuoteHit(row) : 0))
            .Where(row => row.Hit is not null)
            .Select(row => new ScoredOutcome(row.Confidence!.Value, row.Hit > 0))];
    }

    private static double? QuoteHit(QuestionResult row)
    {
        if (row.Metrics.TryGetValue(MetricName.TopQuoteHit, out double hit))
            return hit;
        return row.Metrics.TryGetValue(MetricName.AnswerSentenceHit, out hit) ? hit : null;
    }

    private static RunTotal Mean(MetricReading metric, QuestionResult[] rows, BootstrapOptions options)
    {
        (string Group, double Score)[] scores = [.. rows
            .Where(row => row.Metrics.ContainsKey(metric.Name))
            .Select(row => (row.Group, row.Metrics[metric.Name]))];
        double mean = scores.Average(score => score.Score);
        return new(metric, mean, scores.Length, Interval(metric, scores, options));
    }

    private static Interval? Interval(
        MetricReading metric, (string Group, double Score)[] scores, BootstrapOptions options)
    {
        bool isUngrouped = scores.DistinctBy(score => score.Group).Count() == scores.Length;
        return metric.IsBinary && isUngrouped
            ? WilsonInterval.OfShare(scores.Count(score => score.Score > 0), scores.Length)
            : ClusterBootstrap.MeanInterval(scores, options);
    }

    private static void Add<T>(
        List<RunTotal> totals,
        string name,
        IReadOnlyCollection<T> outcomes,
        Func<IReadOnlyCollection<T>, double?> score)
    {
        if (score(outcomes) is { } value)
            totals.Add(new(MetricCatalog.Find(name), value, outcomes.Count));
    }
}
