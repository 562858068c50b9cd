using System.Globalization;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Comparison;

/// <summary>Compares a run with a baseline of the same suite and decides whether the change may pass.</summary>
/// <remarks>
/// Three primary metrics gate, Holm-corrected at 5 %: only a significant change for the worse fails, or a question that
/// could not be measured. Everything else is reported. Pure and deterministic.
/// </remarks>
internal static class RunComparer
{
    /// <summary>Chance of a false alarm, either way, over all primary metrics of a suite.</summary>
    public const double Level = 0.05;

    /// <summary>Compares two runs.</summary>
    /// <exception cref="RunMismatchException">They do not ask the same questions.</exception>
    public static SuiteComparison Compare(RunResult baseline, RunResult candidate, BootstrapOptions options)
    {
        IReadOnlyList<RowPair> pairs = PairedRows.Match(baseline, candidate);
        RowPair[] measured = [.. pairs.Where(pair => pair.IsMeasured)];
        UnmeasuredQuestion[] unmeasured = [.. pairs.Select(FindUnmeasured).OfType<UnmeasuredQuestion>()];
        IReadOnlyList<MetricComparison> metrics = CompareMetrics(measured, options);
        return new()
        {
            Suite = candidate.Suite,
            Questions = measured.Length,
            Metrics = metrics,
            Changed = ChangedAnswers.Find(measured),
            Unmeasured = unmeasured,
            Notes = ComparisonNotes.Of(baseline, candidate, metrics),
            Failures = Failures(metrics, unmeasured),
        };
    }

    private static IReadOnlyList<MetricComparison> CompareMetrics(RowPair[] pairs, BootstrapOptions options)
    {
        IReadOnlyList<MetricReading> readings = MetricCatalog.InOrder(
            pairs.SelectMany(pair => pair.Baseline.Metrics.Keys.Intersect(pair.Candidate.Metrics.Keys)));
        double strictest = Level / Math.Max(1, readings.Count(metric => metric.Gates));
        IEnumerable<MetricComparison> compared = readings
            .Select(metric => MetricComparer.Compare(metric, pairs, metric.Gates ? strictest : Level, options))
            .OfType<MetricComparison>();
        return
        [
            .. Judge([.. compared]),
            .. MetricComparer.CompareTotals(
                [.. pairs.Select(pair => pair.Baseline)], [.. pairs.Select(pair => pair.Candidate)]),
        ];
    }

    private static IEnumerable<MetricComparison> Judge(IReadOnlyList<MetricComparison> metrics)
    {
        MetricComparison[] gating = [.. metrics.Where(metric => metric.Metric.Gates && metric.PValue is not null)];
        IReadOnlyList<double> adjusted = HolmCorrection.Adjust([.. gating.Select(metric => metric.PValue!.Value)]);
        foreach (MetricComparison metric in metrics)
        {
            int at = Array.IndexOf(gating, metric);
            double? corrected = at < 0 ? null : adjusted[at];
            ChangeVerdict verdict = Judge(metric, corrected ?? metric.PValue);
            yield return metric with { AdjustedPValue = corrected, Verdict = verdict };
        }
    }

    private static ChangeVerdict Judge(MetricComparison metric, double? pValue)
    {
        if (pValue is null)
            return ChangeVerdict.NotTested;
        if (pValue > Level)
            return ChangeVerdict.NotSignificant;
        return metric.Difference > 0 == metric.Metric.HigherIsBetter ? ChangeVerdict.Better : ChangeVerdict.Worse;
    }

    private static UnmeasuredQuestion? FindUnmeasured(RowPair pair)
    {
        if (pair.Candidate.Unmeasured is { } reason)
            return new(pair.Candidate.Id, reason);
        if (pair.Baseline.Unmeasured is { } earlier)
            return new(pair.Candidate.Id, $"in the baseline: {earlier}");
        string[] once = [.. MetricCatalog.Primary
            .Select(metric => metric.Name)
            .Where(name => pair.Baseline.Metrics.ContainsKey(name) != pair.Candidate.Metrics.ContainsKey(name))];
        return once.Length == 0
            ? null
            : new(pair.Candidate.Id, $"scored by one of the runs only: {string.Join(", ", once)}");
    }

    private static List<string> Failures(
        IReadOnlyList<MetricComparison> metrics, UnmeasuredQuestion[] unmeasured)
    {
        List<string> failures = [.. metrics
            .Where(metric => metric.Metric.Gates && metric.Verdict == ChangeVerdict.Worse)
            .Select(Describe)];
        if (unmeasured.Length > 0)
            failures.Add($"{unmeasured.Length} question(s) could not be measured.");
        if (metrics.Count == 0)
            failures.Add("Nothing was compared.");
        return failures;
    }

    private static string Describe(MetricComparison worse)
    {
        string change = string.Create(
            CultureInfo.InvariantCulture,
            $"from {worse.Baseline:0.000} to {worse.Candidate:0.000}, corrected p {worse.AdjustedPValue:0.0000}");
        return $"{worse.Metric.Name} got worse: {change}.";
    }
}
