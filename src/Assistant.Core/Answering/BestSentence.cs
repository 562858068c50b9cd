namespace Assistant.Core.Answering;

/// <summary>The sentence that an answer stands on first, or would have stood on had the gate not refused.</summary>
/// <remarks>Offsets are half-open UTF-16 code units of the article's text.</remarks>
/// <param name="ArticleId">Its article.</param>
/// <param name="Start">First code unit of the sentence.</param>
/// <param name="End">One past the sentence's last code unit.</param>
/// <param name="SpanStart">First code unit of the answer span in it.</param>
/// <param name="SpanEnd">One past the span's last code unit.</param>
public sealed record BestSentence(string ArticleId, int Start, int End, int SpanStart, int SpanEnd)
{
    /// <summary>The candidate's place in its article.</summary>
    internal static BestSentence Of(SentenceCandidate candidate)
    {
        var offset = candidate.Passage.Start;
        return new BestSentence(
            candidate.Passage.ArticleId,
            offset + candidate.Sentence.Start,
            offset + candidate.Sentence.End,
            offset + candidate.Span.Start,
            offset + candidate.Span.End);
    }
}
