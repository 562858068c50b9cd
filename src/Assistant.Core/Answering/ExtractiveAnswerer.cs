using System.Text.RegularExpressions;
using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>Turns ranked sentences into an answer's sentences and citations: each sentence is its own quote.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed partial class ExtractiveAnswerer(AnswerabilityGate gate, AnsweringOptions options)
{
    private const double MaximumScoreGap = 2;

    /// <summary>Chooses sentences to quote, from different articles first.</summary>
    /// <param name="ranked">All sentences, best first; the first one passed the gate.</param>
    /// <param name="articles">The articles by id, as they were searched.</param>
    /// <returns>Numbered from 1, best first; only those whose quote is found at its offsets.</returns>
    public IReadOnlyList<Citation> Cite(
        IReadOnlyList<SentenceCandidate> ranked, IReadOnlyDictionary<string, Article> articles)
    {
        var citations = new List<Citation>();
        var eligible = ranked.Where(candidate =>
            ranked[0].Score - candidate.Score <= MaximumScoreGap && gate.Passes(candidate)).ToList();
        var otherArticlesFirst = eligible.DistinctBy(static candidate => candidate.Passage.ArticleId).Concat(eligible);
        foreach (var candidate in otherArticlesFirst)
        {
            if (citations.Count == options.MaxCitations) break;
            if (!articles.TryGetValue(candidate.Passage.ArticleId, out var article)) continue;
            var citation = ToCitation(candidate, article, citations.Count + 1);
            if (citation is not null && !citations.Exists(other => SaysTheSame(citation, other))) citations.Add(citation);
        }

        return citations;
    }

    /// <summary>The sentence that quotes a citation, on one line.</summary>
    public static AnswerSentence ToSentence(Citation citation) =>
        new(OneLine(citation.Quote), [citation.Number], Verdict.Supported);

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneLine(string text) => BlankPattern().Replace(text, " ").Trim();

    private static Citation? ToCitation(SentenceCandidate candidate, Article article, int number)
    {
        var passage = candidate.Passage;
        if (article.Revision != passage.Revision || passage.End > article.Text.Length
            || !article.Text.AsSpan(passage.Start, passage.End - passage.Start).SequenceEqual(passage.Text))
        {
            return null;
        }

        var quote = QuoteSelector.Select(
            article.Text, new TextSpan(passage.Start + candidate.Sentence.Start, passage.Start + candidate.Sentence.End));
        return new Citation
        {
            Number = number,
            ArticleId = article.Id,
            Revision = article.Revision,
            PassageId = passage.PassageId,
            Start = quote.Start,
            End = quote.End,
            Quote = article.Text[quote.Start..quote.End],
            Title = article.Title,
            Source = article.Source,
            Url = article.Url,
            PublishedAt = article.PublishedAt,
        };
    }

    private static bool SaysTheSame(Citation left, Citation right) =>
        (left.ArticleId == right.ArticleId && left.Start < right.End && right.Start < left.End)
        || string.Equals(OneLine(left.Quote), OneLine(right.Quote), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankPattern();
}
