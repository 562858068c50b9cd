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
        var asked = new AskedOf(
            QuestionNames.Of(question), Math.Min(absentNames, MaximumCount), AskedSpeaker.Of(question), AskedYear.Of(question));
        var support = sentences.Max(static sentence => sentence.Passage.ReaderScore) ?? double.MinValue;
        return
        [
            .. quotes.Zip(readings, (quote, reading) => ToCandidate(asked, quote, reading.SupportLogit, support))
                .OrderByDescending(static quote => quote.IsOfAskedYear)
                .ThenByDescending(static quote => quote.Score)
                .ThenBy(static quote => quote.Passage.PassageId)
                .ThenBy(static quote => quote.Quote.Start),
        ];
    }

    private static AnswerCandidate ToCandidate(AskedOf asked, FoundQuote quote, double supportAlone, double largestSupport)
    {
        var passage = quote.Sentence.Passage;
        var context = QuestionNames.ContextOf(passage);
        var features = new AnswerFeatures(
            largestSupport,
            Math.Max(supportAlone, passage.ReaderScore ?? double.MinValue),
            asked.AbsentNames,
            Math.Min(asked.Names.MissingFrom(context).Count(HasDigit), MaximumCount));
        var lacksSpeaker = asked.Speaker?.MissingFrom(quote.Text).Count > 0;
        var score = quote.Sentence.Score + (QuoteWeight * supportAlone) - (lacksSpeaker ? MissingSpeakerCost : 0);
        return new AnswerCandidate(
            quote.Sentence, quote.Article, quote.Span, features, supportAlone,
            IsOfAskedYear: asked.Year is null || asked.Year.MissingFrom(context).Count == 0, score);
    }

    private async Task<List<FoundQuote>> SelectAsync(
        IReadOnlyList<SentenceCandidate> sentences, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<string, Article?>(StringComparer.Ordinal);
        var quotes = new List<FoundQuote>(QuoteCount);
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

    private static FoundQuote? ToQuote(SentenceCandidate sentence, Article article)
    {
        var passage = sentence.Passage;
        if (passage.End > article.Text.Length
            || !article.Text.AsSpan(passage.Start, passage.End - passage.Start).SequenceEqual(passage.Text))
        {
            return null;
        }

        var span = new TextSpan(passage.Start + sentence.Sentence.Start, passage.Start + sentence.Sentence.End);
        return new FoundQuote(sentence, article, QuoteSelector.Select(article.Text, span));
    }

    private static bool HasDigit(string name) => name.Any(char.IsDigit);

    private static bool Overlap(FoundQuote left, FoundQuote right) =>
        left.Article.Id == right.Article.Id && left.Span.Start < right.Span.End && right.Span.Start < left.Span.End;

    /// <summary>A quote that was found in its article and is not read yet.</summary>
    private sealed record FoundQuote(SentenceCandidate Sentence, Article Article, TextSpan Span)
    {
        public string Text => Article.Text[Span.Start..Span.End];
    }

    /// <summary>What the question asks of every quote.</summary>
    private sealed record AskedOf(QuestionNames Names, int AbsentNames, QuestionNames? Speaker, QuestionNames? Year);
}
