using System.Buffers;

namespace Assistant.Core.Indexing;

/// <summary>One version of all passages that can be searched, in memory.</summary>
/// <remarks>Immutable, thread-safe. A row is a passage; rows are in no particular order.</remarks>
internal sealed class IndexSnapshot
{
    /// <summary>The active revisions.</summary>
    public required SearchableArticle[] Articles { get; init; }

    /// <summary>[rows], passage ids.</summary>
    public required Guid[] Ids { get; init; }

    /// <summary>[rows], each passage's article: an index into <see cref="Articles"/>.</summary>
    public required int[] ArticleOfRow { get; init; }

    /// <summary>[rows, dimension].</summary>
    public required VectorBlock Vectors { get; init; }

    /// <summary>The passages by term.</summary>
    public required Postings Postings { get; init; }

    /// <summary>The best by embedding and the best by terms, each with both scores, and the undated articles left out.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="terms">The numbers of the query's terms.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public (IReadOnlyList<ScoredPassage> Found, int UndatedLeftOut) Search(
        PassageQuery query, IReadOnlyList<int> terms, CancellationToken cancellationToken)
    {
        var (allowed, undated) = SearchableArticle.Select(Articles, query.Filter);
        var lexical = ArrayPool<double>.Shared.Rent(Ids.Length);
        try
        {
            var scores = lexical.AsSpan(0, Ids.Length);
            scores.Clear();
            Postings.Score(terms, scores);
            cancellationToken.ThrowIfCancellationRequested();

            var ranks = new Dictionary<int, (int? Dense, int? Lexical)>();
            foreach (var (row, rank) in Numbered(TopDense(query, allowed)))
                ranks[row] = (rank, null);
            foreach (var (row, rank) in Numbered(TopLexical(query, allowed, scores)))
                ranks[row] = (ranks.GetValueOrDefault(row).Dense, rank);

            var found = new List<ScoredPassage>(ranks.Count);
            foreach (var (row, rank) in ranks)
            {
                found.Add(new ScoredPassage(
                    Ids[row],
                    Articles[ArticleOfRow[row]].RevisionNumber,
                    Vectors.Cosine(row, query.Embedding.Span),
                    rank.Dense,
                    scores[row],
                    rank.Lexical));
            }

            return (found, undated);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(lexical);
        }
    }

    private IReadOnlyList<int> TopDense(PassageQuery query, ReadOnlySpan<bool> allowed)
    {
        var top = new TopRows(query.DenseCount, Ids);
        var embedding = query.Embedding.Span;
        for (var row = 0; row < Ids.Length; row++)
        {
            if (allowed[ArticleOfRow[row]])
                top.Offer(row, Vectors.Cosine(row, embedding));
        }

        return top.Take();
    }

    private IReadOnlyList<int> TopLexical(PassageQuery query, ReadOnlySpan<bool> allowed, ReadOnlySpan<double> scores)
    {
        var top = new TopRows(query.LexicalCount, Ids);
        for (var row = 0; row < scores.Length; row++)
        {
            if (scores[row] > 0 && allowed[ArticleOfRow[row]])
                top.Offer(row, scores[row]);
        }

        return top.Take();
    }

    private static IEnumerable<(int Row, int Rank)> Numbered(IReadOnlyList<int> rows) =>
        rows.Select((row, index) => (row, index + 1));
}
