using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Reads all that can be searched from the file, inside the caller's transaction.</summary>
internal sealed class SnapshotLoader(SqliteConnection connection, int dimension)
{
    public IndexSnapshot Load()
    {
        var articles = ReadArticles();
        var count = (int)(long)connection.Scalar(
            "SELECT count(*) FROM articles a JOIN passages p ON p.revision = a.active_revision")!;
        var rows = new PassageRows(count, dimension);
        ReadPassages(articles, rows);
        var largestTerm = (int)(long)connection.Scalar("SELECT coalesce(max(number), 0) FROM terms")!;
        return new IndexSnapshot
        {
            Articles = articles,
            Ids = rows.Ids,
            ArticleOfRow = rows.ArticleOfRow,
            Vectors = new VectorBlock(rows.Vectors, dimension),
            Postings = new Postings(largestTerm, rows.Lengths, rows.Terms.WrittenSpan, rows.TermEnds),
        };
    }

    private SearchableArticle[] ReadArticles()
    {
        var articles = new List<SearchableArticle>();
        using var rows = new RowReader(
            connection,
            """
            SELECT r.number, a.id, r.source, r.language, r.published_at
            FROM articles a JOIN revisions r ON r.number = a.active_revision ORDER BY r.number
            """);
        while (rows.Next())
        {
            articles.Add(new SearchableArticle(
                rows.Integer(0), rows.Text(1)!, rows.Text(2)!, rows.Text(3)!, StoredTime.ReadNullable(rows.Text(4))));
        }

        return [.. articles];
    }

    private void ReadPassages(SearchableArticle[] articles, PassageRows passages)
    {
        var indexes = new Dictionary<long, int>(articles.Length);
        for (var i = 0; i < articles.Length; i++)
            indexes.Add(articles[i].RevisionNumber, i);

        using var rows = new RowReader(connection, "SELECT revision, id, term_count, terms, embedding FROM passages");
        while (rows.Next())
        {
            if (indexes.TryGetValue(rows.Integer(0), out var article))
                passages.Add(article, rows);
        }
    }
}
