using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Turns the best sentences into quotes, reads each quote alone, and ranks them anew.</summary>
/// <remarks>
/// The second reading sees exactly what the user will see: whether the quote by itself answers the question. It costs about
/// as much as two passages. Thread-safe.
/// </remarks>
internal sealed class QuoteRanker(IPassageIndex index, ReaderModel reader)
{
    private const int QuoteCount = 8;
    private const double QuoteWeight = 0.25;
    private const double MissingSpeakerCost = 2;
    private const int MaximumCount = 2;

    /// <summary>Ranks quotes.</summary>
    /// <param name="question">What the reader sees.</param>
    /// <param name="sentences">All sentences, best first.</param>
    /// <param name="absentNames">How many of the question's names no passage that was read mentions.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Best first, at most eight, no two of them overlapping; only quotes that are found in their article.</returns>
    public async Task<IReadOnlyList<AnswerCandidate>> RankAsync(
        string question, IReadOnlyList<SentenceCandidate> sentences, int absentNames, CancellationToken cancellationToken)
    {
        var quotes = await SelectAsync(sentences, cancellationToken);
        var readings = reader.Read(
            question, [.. quotes.Select(static quote => new ReaderPassage(quote.Article.Title, quote.Text))], cancellationToken);
        var names = QuestionNames.Of(question);
        var speaker = Attribution.SpeakerOf(question);
        var year = AskedYear.Of(question);
        var support = sentences.Max(static sentence => sentence.Passage.ReaderScore) ?? double.MinValue;
        return
        [
            .. quotes
                .Zip(readings, (quote, reading) => quote with
                {
                    Score = quote.Score + (QuoteWeight * reading.SupportLogit)
                        - (speaker?.MissingFrom(quote.Text).Count > 0 ? MissingSpeakerCost : 0),
                    SupportAlone = reading.SupportLogit,
                    IsOfAskedYear = year is null || year.MissingFrom(QuestionNames.ContextOf(quote.Passage)).Count == 0,
                    Features = new AnswerFeatures(
                        support,
                        Math.Max(reading.SupportLogit, quote.Passage.ReaderScore ?? double.MinValue),
                        Math.Min(absentNames, MaximumCount),
                        Math.Min(names.MissingFrom(QuestionNames.ContextOf(quote.Passage)).Count(HasDigit), MaximumCount)),
                })
                .OrderByDescending(static quote => quote.IsOfAskedYear)
                .ThenByDescending(static quote => quote.Score)
                .ThenBy(static quote => quote.Passage.PassageId)
                .ThenBy(static quote => quote.Quote.Start),
        ];
    }

    private async Task<List<AnswerCandidate>> SelectAsync(
        IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<string, Article?>(StringComparer.Ordinal);
        var quotes = new List<AnswerCandidate>(QuoteCount);
        foreach (var sentence in sentences)
        {
            if (quotes.Count == QuoteCount) break;
            var id = sentence.Passage.ArticleId;
            if (!articles.TryGetValue(id, out var article))
                articles[id] = article = await index.GetArticleAsync(id, sentence.Passage.Revision, cancellationToken);
            if (article is null || ToQuote(sentence, article) is not { } quote) continue;
            if (!quotes.Exists(other => Overlap(quote, other))) quotes.Add(quote);
        }

        return quotes;
    }

    private static AnswerCandidate? ToQuote(SentenceCandidate sentence, Article article)
    {
        var passage = sentence.Passage;
        if (passage.End > article.Text.Length
            || !article.Text.AsSpan(passage.Start, passage.End - passage.Start).SequenceEqual(passage.Text))
        {
            return null;
        }

        var span = new TextSpan(passage.Start + sentence.Sentence.Start, passage.Start + sentence.Sentence.End);
        return new AnswerCandidate(
            sentence, article, QuoteSelector.Select(article.Text, span), new AnswerFeatures(0, 0, 0, 0), 0, IsOfAskedYear: true, sentence.Score);
    }

    private static bool HasDigit(string name) => name.Any(char.IsDigit);

    private static bool Overlap(AnswerCandidate left, AnswerCandidate right) =>
        left.Article.Id == right.Article.Id && left.Quote.Start < right.Quote.End && right.Quote.Start < left.Quote.End;
}
