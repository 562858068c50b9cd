using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>Puts checked sentences together to an answer with numbered citations.</summary>
/// <remarks>Not thread-safe: one composer makes one answer.</remarks>
internal sealed class AnswerComposer(bool keepUnsupported, int maxSentences)
{
    private readonly List<AnswerSentence> _sentences = [];
    private readonly List<Citation> _citations = [];
    private readonly List<AnswerSentence> _removed = [];

    /// <summary>Sentences that follow from their quotes.</summary>
    public int SupportedCount { get; private set; }

    /// <summary>Sentences that do not follow.</summary>
    public IReadOnlyList<AnswerSentence> Removed => _removed;

    /// <summary>No more sentences are wanted.</summary>
    public bool IsFull => SupportedCount >= maxSentences;

    /// <summary>Adds a sentence.</summary>
    /// <returns>The event to send; null when the sentence is removed.</returns>
    public SentenceChecked? Add(CheckedSentence sentence)
    {
        if (sentence.Verdict == Verdict.NotAClaim) return null;
        if (sentence.Passage is null) return AddUnsupported(sentence);
        var citation = Citation.Of(
            _citations.Count + 1, sentence.Passage.Article, sentence.Passage.PassageId, new TextSpan(sentence.Start, sentence.End));
        var known = _citations.Find(other => other.ArticleId == citation.ArticleId && other.Start == citation.Start && other.End == citation.End);
        if (known is null) _citations.Add(citation);
        SupportedCount++;
        return Keep(new AnswerSentence(sentence.Text, [(known ?? citation).Number], Verdict.Supported, sentence.Reason), known is null ? [citation] : []);
    }

    /// <summary>The answer, in the place of the extractive one.</summary>
    public Answer Compose(Answer extractive, string promptHash)
    {
        _sentences.AddRange(extractive.Sentences.Where(static sentence => sentence.Verdict == Verdict.NotAClaim));
        var text = string.Join(' ', _sentences.Select(static sentence => sentence.Text));
        var holdsShort = extractive.ShortAnswer is { } span && _citations.Count > 0
            && ExtractiveAnswerer.OneLine(_citations[0].Quote).Contains(span, StringComparison.Ordinal);
        return extractive with
        {
            Status = _removed.Count == 0 ? AnswerStatus.Answered : AnswerStatus.Partial,
            Mode = AnswerMode.Generative,
            ShortAnswer = holdsShort ? extractive.ShortAnswer : null,
            Text = text,
            Sentences = _sentences,
            Citations = _citations,
            PromptHash = promptHash,
            Removed = _removed,
        };
    }

    private SentenceChecked? AddUnsupported(CheckedSentence sentence)
    {
        var removed = new AnswerSentence(sentence.Text, [], sentence.Verdict, sentence.Reason);
        _removed.Add(removed);
        return keepUnsupported ? Keep(removed, []) : null;
    }

    private SentenceChecked Keep(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        _sentences.Add(sentence);
        return new SentenceChecked(sentence, citations);
    }
}
