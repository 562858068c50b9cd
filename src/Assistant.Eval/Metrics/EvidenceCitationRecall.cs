using Assistant.Eval.Suites;

namespace Assistant.Eval.Metrics;

/// <summary>
/// Evidence citation recall: the share of distinct marked evidence sentences that a cited span overlaps.
/// </summary>
/// <remarks>
/// Source: DeYoung et al., "ERASER: a benchmark to evaluate rationalized NLP models", ACL 2020; see
/// <see cref="EvidenceOverlap"/>.
/// </remarks>
internal static class EvidenceCitationRecall
{
    /// <summary>Scores one answer; one that cites nothing has recall 0.</summary>
    /// <returns>In [0, 1]; null if no evidence is marked.</returns>
    public static double? Score(IReadOnlyList<DocumentSpan> cited, IReadOnlyList<GoldEvidence> evidence)
    {
        GoldEvidence[] distinct = [.. evidence.DistinctBy(sentence => sentence.Text, StringComparer.Ordinal)];
        return distinct.Length == 0
            ? null
            : distinct.Average(sentence => cited.Any(span => EvidenceOverlap.Covers(span, sentence)) ? 1.0 : 0);
    }
}
