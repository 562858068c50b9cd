namespace Assistant.Eval.Metrics;

/// <summary>The metrics' names in rows, run files and reports.</summary>
internal static class MetricName
{
    /// <summary><see cref="Metrics.AnswerSentenceHit"/> of the answer given; gates.</summary>
    public const string AnswerSentenceHit = "answer_sentence_hit";

    /// <summary><see cref="Metrics.AnswerSentenceHit"/> of the best quote before the answerability gate.</summary>
    public const string TopQuoteHit = "top_quote_hit";

    /// <summary><see cref="FalseAnswerRate"/>; gates.</summary>
    public const string FalseAnswer = "false_answer";

    /// <summary><see cref="NormalizedDiscountedGain"/> at 10, after the reader; gates.</summary>
    public const string Ndcg = "ndcg@10";

    /// <summary><see cref="NormalizedDiscountedGain"/> at 10, before the reader.</summary>
    public const string FusedNdcg = "fused_ndcg@10";

    /// <summary><see cref="RecallAtK"/> at 10, before the reader.</summary>
    public const string FusedRecall = "fused_recall@10";

    /// <summary><see cref="WrongRefusalRate"/>.</summary>
    public const string WrongRefusal = "wrong_refusal";

    /// <summary><see cref="RecallAtK"/> at 10, after the reader.</summary>
    public const string Recall = "recall@10";

    /// <summary><see cref="Metrics.FollowUpRecall"/> at 10.</summary>
    public const string FollowUpRecall = "follow_up_recall@10";

    /// <summary><see cref="Metrics.ReciprocalRank"/> at 10.</summary>
    public const string ReciprocalRank = "mrr@10";

    /// <summary><see cref="Metrics.AveragePrecision"/>.</summary>
    public const string AveragePrecision = "map";

    /// <summary><see cref="Metrics.ExactMatch"/> of the short answer.</summary>
    public const string ExactMatch = "em";

    /// <summary><see cref="Metrics.TokenF1"/> of the short answer.</summary>
    public const string TokenF1 = "f1";

    /// <summary><see cref="Metrics.ExactMatch"/> of the best span before the answerability gate.</summary>
    public const string TopExactMatch = "top_em";

    /// <summary><see cref="Metrics.TokenF1"/> of the best span before the answerability gate.</summary>
    public const string TopTokenF1 = "top_f1";

    /// <summary><see cref="EvidenceCitationPrecision"/>.</summary>
    public const string EvidencePrecision = "evidence_precision";

    /// <summary><see cref="EvidenceCitationRecall"/>.</summary>
    public const string EvidenceRecall = "evidence_recall";

    /// <summary><see cref="Metrics.ExactQuotes"/>; must be 1.</summary>
    public const string ExactQuotes = "exact_quotes";

    /// <summary>Over a run: area under the ROC curve of the confidence, answerable against not.</summary>
    public const string AreaUnderRoc = "auroc";

    /// <summary>Over a run: <see cref="RiskCoverageCurve"/>'s area.</summary>
    public const string RiskCoverageArea = "aurc";

    /// <summary>Over a run: <see cref="ExpectedCalibrationError"/>.</summary>
    public const string CalibrationError = "ece";

    /// <summary>Over a run: median time of a question, in milliseconds.</summary>
    public const string LatencyP50 = "latency_p50_ms";

    /// <summary>Over a run: 95th percentile of the time of a question, in milliseconds.</summary>
    public const string LatencyP95 = "latency_p95_ms";

    /// <summary><see cref="AlceCitationRecall"/>, with the name of who judged.</summary>
    public static string AlceRecall(ISupportJudge judge) => $"citation_recall[{judge.Name}]";

    /// <summary><see cref="AlceCitationPrecision"/>, with the name of who judged.</summary>
    public static string AlcePrecision(ISupportJudge judge) => $"citation_precision[{judge.Name}]";
}
