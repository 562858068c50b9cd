using Assistant.Eval.Metrics;

namespace Assistant.Eval.Comparison;

/// <summary>How a metric is read.</summary>
/// <param name="Name">Its name in rows.</param>
/// <param name="HigherIsBetter">False for errors and times.</param>
/// <param name="IsBinary">Each question scores 0 or 1.</param>
/// <param name="Gates">A significant drop fails the comparison.</param>
internal sealed record MetricReading(
    string Name, bool HigherIsBetter = true, bool IsBinary = false, bool Gates = false);

/// <summary>How each metric is read; the three primary ones come first and gate.</summary>
internal static class MetricCatalog
{
    private static readonly MetricReading[] Known =
    [
        new(MetricName.AnswerSentenceHit, IsBinary: true, Gates: true),
        new(MetricName.FalseAnswer, HigherIsBetter: false, IsBinary: true, Gates: true),
        new(MetricName.Ndcg, Gates: true),
        new(MetricName.WrongRefusal, HigherIsBetter: false, IsBinary: true),
        new(MetricName.TopQuoteHit, IsBinary: true),
        new(MetricName.ExactMatch, IsBinary: true),
        new(MetricName.TokenF1),
        new(MetricName.TopExactMatch, IsBinary: true),
        new(MetricName.TopTokenF1),
        new(MetricName.EvidencePrecision),
        new(MetricName.EvidenceRecall),
        new(MetricName.ExactQuotes),
        new(MetricName.Recall),
        new(MetricName.FollowUpRecall),
        new(MetricName.ReciprocalRank),
        new(MetricName.AveragePrecision),
        new(MetricName.FusedNdcg),
        new(MetricName.FusedRecall),
        new(MetricName.AreaUnderRoc),
        new(MetricName.RiskCoverageArea, HigherIsBetter: false),
        new(MetricName.CalibrationError, HigherIsBetter: false),
        new(MetricName.LatencyP50, HigherIsBetter: false),
        new(MetricName.LatencyP95, HigherIsBetter: false),
    ];

    /// <summary>The metrics that gate.</summary>
    public static IReadOnlyList<MetricReading> Primary { get; } = [.. Known.Where(metric => metric.Gates)];

    /// <summary>A metric by its name; an unknown one is taken to be better when higher, and never gates.</summary>
    public static MetricReading Find(string name) =>
        Known.FirstOrDefault(metric => metric.Name == name) ?? new(name);

    /// <summary>Readings of the names given, in the order of the catalogue, unknown ones last by name.</summary>
    public static IReadOnlyList<MetricReading> InOrder(IEnumerable<string> names) =>
        [.. names
            .Distinct(StringComparer.Ordinal)
            .Select(Find)
            .OrderBy(metric => Array.IndexOf(Known, metric) is var at and >= 0 ? at : int.MaxValue)
            .ThenBy(metric => metric.Name, StringComparer.Ordinal)];
}
