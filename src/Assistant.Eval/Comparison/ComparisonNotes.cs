using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Comparison;

/// <summary>What a reader of a comparison's figures must know beside them.</summary>
internal static class ComparisonNotes
{
    /// <summary>Finds what differs between the runs beside their results, and what could not be tested.</summary>
    public static IReadOnlyList<string> Of(
        RunResult baseline, RunResult candidate, IReadOnlyList<MetricComparison> metrics)
    {
        List<string> notes = [];
        if (baseline.SuiteHash != candidate.SuiteHash)
            notes.Add("The suite's documents, questions or judgments changed since the baseline: make a new one.");
        if (baseline.IndexFingerprint != candidate.IndexFingerprint)
            notes.Add("The index was built differently.");
        if (!baseline.Options.OrderBy(Key).SequenceEqual(candidate.Options.OrderBy(Key)))
            notes.Add("The runs had different options.");
        if (!candidate.IsComplete || !baseline.IsComplete)
            notes.Add("A run was interrupted: only the questions asked are compared.");
        notes.AddRange(MetricCatalog.Primary
            .Where(primary => metrics.All(metric => metric.Metric.Name != primary.Name))
            .Select(primary => $"{primary.Name} is not judged in this suite."));
        notes.AddRange(metrics
            .Where(metric => metric.Metric.Gates && metric.Verdict == ChangeVerdict.NotTested)
            .Select(metric => $"{metric.Metric.Name} cannot be tested: all its questions are of one group."));
        notes.AddRange(metrics
            .Where(metric => metric.Metric.Name == MetricName.ExactQuotes && metric.Candidate < 1)
            .Select(_ => "A quote is not the text at its offsets: exact_quotes must be 1."));
        return notes;
    }

    private static string Key(KeyValuePair<string, string> option) => option.Key;
}
