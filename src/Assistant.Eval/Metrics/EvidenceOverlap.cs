using Assistant.Eval.Suites;

namespace Assistant.Eval.Metrics;

/// <summary>When a citation counts as standing on a marked evidence sentence.</summary>
/// <remarks>
/// As ERASER's rationales (DeYoung et al., ACL 2020), but any shared character counts, in any place the sentence
/// stands.
/// </remarks>
internal static class EvidenceOverlap
{
    /// <summary>Whether the cited span shares a character with the evidence sentence.</summary>
    public static bool Covers(DocumentSpan cited, GoldEvidence sentence) =>
        sentence.Spans.Any(span => span.Overlaps(cited.DocumentId, cited.Start, cited.End));
}
