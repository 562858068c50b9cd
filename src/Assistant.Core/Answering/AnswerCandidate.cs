using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>A quote that may answer the question.</summary>
/// <param name="Passage">The passage that the quote begins or ends in.</param>
/// <param name="Article">The article, as it was searched.</param>
/// <param name="Quote">The quote, as offsets in the article's text.</param>
/// <param name="ShortAnswer">The best answer span in the quote.</param>
/// <param name="Features">What the gate looks at.</param>
/// <param name="Score">Rank among the quotes, higher is better; unbounded.</param>
internal sealed record AnswerCandidate(
    RankedPassage Passage, Article Article, TextSpan Quote, string ShortAnswer, AnswerFeatures Features, double Score)
{
    /// <summary>The quote's characters.</summary>
    public string Text => Article.Text[Quote.Start..Quote.End];
}
