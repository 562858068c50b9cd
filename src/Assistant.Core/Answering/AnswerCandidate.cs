using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>A quote that may answer the question.</summary>
/// <param name="Sentence">The sentence that the quote was made for.</param>
/// <param name="Article">The article, as it was searched.</param>
/// <param name="Quote">The quote, as offsets in the article's text; contains the sentence.</param>
/// <param name="Features">What the gate looks at.</param>
/// <param name="SupportAlone">The reader's support logit of the quote read alone.</param>
/// <param name="IsOfAskedYear">False when the question asks about one year that the quote's passage, title and date lack.</param>
/// <param name="Score">Rank among the quotes, higher is better; unbounded.</param>
internal sealed record AnswerCandidate(
    SentenceCandidate Sentence, Article Article, TextSpan Quote, AnswerFeatures Features, double SupportAlone, bool IsOfAskedYear, double Score)
{
    /// <summary>The passage that the sentence stands in.</summary>
    public RankedPassage Passage => Sentence.Passage;

    /// <summary>The quote's characters.</summary>
    public string Text => Article.Text[Quote.Start..Quote.End];

    /// <summary>The best answer span in the quote.</summary>
    public string ShortAnswer => Passage.Text[Sentence.Span.Start..Sentence.Span.End];
}
