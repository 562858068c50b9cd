using System.Globalization;
using Assistant.Core;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Reporting;

/// <summary>Words and numbers of the report.</summary>
internal static class ReportText
{
    /// <summary>A score with three decimals, a time with none; a dash for none.</summary>
    public static string Score(double? value, string metric = "") =>
        value?.ToString(IsTime(metric) ? "#,0 'ms'" : "0.000", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A difference with its sign; the minus is a minus sign.</summary>
    public static string Difference(double value, string metric = "") =>
        value.ToString(IsTime(metric) ? "+#,0 'ms';−#,0 'ms';0 'ms'" : "+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>An interval of scores; empty for none.</summary>
    public static string Range(Interval? interval) =>
        interval is { } ends ? $"{Score(ends.Low)} – {Score(ends.High)}" : "";

    /// <summary>An interval of differences; empty for none.</summary>
    public static string DifferenceRange(Interval? interval) =>
        interval is { } ends ? $"{Difference(ends.Low)} to {Difference(ends.High)}" : "";

    /// <summary>A metric's name for people.</summary>
    public static string Metric(string name) => name switch
    {
        MetricName.AnswerSentenceHit => "Answer-sentence hit",
        MetricName.FalseAnswer => "False answers",
        MetricName.Ndcg => "nDCG@10",
        MetricName.TopQuoteHit => "Best quote hits (before the gate)",
        MetricName.WrongRefusal => "Wrong refusals",
        MetricName.ExactMatch => "Exact match",
        MetricName.TokenF1 => "Token F1",
        MetricName.TopExactMatch => "Exact match (before the gate)",
        MetricName.TopTokenF1 => "Token F1 (before the gate)",
        MetricName.EvidencePrecision => "Evidence citation precision",
        MetricName.EvidenceRecall => "Evidence citation recall",
        MetricName.ExactQuotes => "Exact quotes (must be 1)",
        MetricName.Recall => "Recall@10",
        MetricName.FollowUpRecall => "Follow-up recall@10",
        MetricName.ReciprocalRank => "MRR@10",
        MetricName.AveragePrecision => "MAP",
        MetricName.FusedNdcg => "nDCG@10 before the reader",
        MetricName.FusedRecall => "Recall@10 before the reader",
        MetricName.AreaUnderRoc => "AUROC, answerable or not",
        MetricName.RiskCoverageArea => "Area under risk–coverage",
        MetricName.CalibrationError => "Expected calibration error",
        MetricName.LatencyP50 => "Time per question, p50",
        MetricName.LatencyP95 => "Time per question, p95",
        _ => Judged(name),
    };

    /// <summary>How a question ended.</summary>
    public static string Status(QuestionResult row) => row.Status switch
    {
        null => "not measured",
        AnswerStatus.NoEvidence => "refused",
        AnswerStatus.Answered => "answered",
        var other => other.Value.ToString().ToLowerInvariant(),
    };

    /// <summary>A cause in two or three words.</summary>
    public static string Cause(MissCause cause) => cause switch
    {
        MissCause.NotIngested => "not ingested",
        MissCause.SplitByChunking => "split by chunking",
        MissCause.NotRetrieved => "not retrieved",
        MissCause.LostInFusion => "lost in fusion",
        MissCause.DroppedByReader => "dropped by reader",
        MissCause.WrongSpan => "wrong span",
        MissCause.WronglyRefused => "wrongly refused",
        MissCause.WronglyAnswered => "wrongly answered",
        _ => "mis-cited",
    };

    /// <summary>A cause as a sentence.</summary>
    public static string Explain(MissCause cause) => cause switch
    {
        MissCause.NotIngested => "No document that answers is in the index.",
        MissCause.SplitByChunking => "No single passage holds the evidence: it was cut in two.",
        MissCause.NotRetrieved => "Neither the dense nor the lexical list holds a document that answers.",
        MissCause.LostInFusion => "Retrieved, but fused below what the reader reads.",
        MissCause.DroppedByReader => "The reader read a document that answers, but another was cited.",
        MissCause.WrongSpan => "The right document, but the wrong sentence.",
        MissCause.WronglyRefused => "The reader read a document that answers, but the gate refused.",
        MissCause.WronglyAnswered => "The documents do not answer this, but an answer was given.",
        _ => "The answer is right, but what is cited is not the evidence, or not exact.",
    };

    /// <summary>"citation_recall[verbatim]" as "Citation recall, judge: verbatim"; another name with blanks.</summary>
    private static string Judged(string name)
    {
        var words = name.Replace('_', ' ').TrimEnd(']').Replace("[", ", judge: ", StringComparison.Ordinal);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static bool IsTime(string metric) => metric.EndsWith("_ms", StringComparison.Ordinal);
}
