using Assistant.Eval.Running;

namespace Assistant.Eval.Comparison;

/// <summary>Finds the answers that differ between two runs, whether or not any metric noticed.</summary>
internal static class ChangedAnswers
{
    /// <summary>Compares status, text and citations; confidence and times are not part of an answer here.</summary>
    public static IReadOnlyList<ChangedAnswer> Find(IEnumerable<RowPair> pairs) =>
        [.. pairs
            .Where(pair => !IsSame(pair.Baseline, pair.Candidate))
            .Select(pair => new ChangedAnswer(
                pair.Candidate.Id,
                pair.Candidate.Question,
                pair.Baseline.Status,
                pair.Candidate.Status,
                pair.Baseline.Text ?? "",
                pair.Candidate.Text ?? "",
                Moved(pair, isBetter: false),
                Moved(pair, isBetter: true)))];

    private static bool IsSame(QuestionResult one, QuestionResult other) =>
        one.Status == other.Status
        && one.Text == other.Text
        && one.ShortAnswer == other.ShortAnswer
        && one.Citations.Select(Place).SequenceEqual(other.Citations.Select(Place));

    private static (string DocumentId, int Start, int End) Place(CitedQuote citation) =>
        (citation.DocumentId, citation.Start, citation.End);

    private static string[] Moved(RowPair pair, bool isBetter) =>
        [.. MetricCatalog
            .InOrder(pair.Baseline.Metrics.Keys.Intersect(pair.Candidate.Metrics.Keys))
            .Where(metric => Gain(pair, metric) is var gain && (isBetter ? gain > 0 : gain < 0))
            .Select(metric => metric.Name)];

    private static double Gain(RowPair pair, MetricReading metric)
    {
        double difference = pair.Candidate.Metrics[metric.Name] - pair.Baseline.Metrics[metric.Name];
        return metric.HigherIsBetter ? difference : -difference;
    }
}
