using Assistant.Eval.Suites;

namespace Assistant.Eval.Metrics;

/// <summary>
/// Evidence citation precision: the share of distinct cited spans that overlap a marked evidence sentence.
/// </summary>
/// <remarks>
/// Source: DeYoung et al., "ERASER: a benchmark to evaluate rationalized NLP models", ACL 2020; see
/// <see cref="EvidenceOverlap"/>.
/// </remarks>
internal static class EvidenceCitationPrecision
{
    /// <summary>Scores one answer.</summary>
    /// <returns>In [0, 1]; null if nothing was cited or no evidence is marked.</returns>
    public static double? Score(IReadOnlyList<DocumentSpan> cited, IReadOnlyList<GoldEvidence> evidence)
    {
        DocumentSpan[] distinct = [.. cited.Distinct()];
        return distinct.Length == 0 || evidence.Count == 0
            ? null
            : distinct.Average(span => evidence.Any(sentence => EvidenceOverlap.Covers(span, sentence)) ? 1.0 : 0);
    }
}
