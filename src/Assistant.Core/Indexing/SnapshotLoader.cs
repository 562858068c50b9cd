using Microsoft.Data.Sqlite;
using SQLitePCL;

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
        return new IndexSnapshot
        {
            Articles = articles,
            Ids = rows.Ids,
            ArticleOfRow = rows.ArticleOfRow,
            Vectors = new VectorBlock(rows.Vectors, dimension),
            Postings = new Postings(ReadTerms(), rows.Lengths, rows.Terms.WrittenSpan, rows.TermEnds),
        };
    }

    private SearchableArticle[] ReadArticles() =>
        [.. connection.Rows(
            """
            SELECT r.number, a.id, r.source, r.language, r.published_at
            FROM articles a JOIN revisions r ON r.number = a.active_revision ORDER BY r.number
            """)
            .Select(row => new SearchableArticle(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                StoredTime.ReadNullable(row.GetNullableString(4))))];

    private Dictionary<string, int> ReadTerms()
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in connection.Rows("SELECT number, term FROM terms"))
            terms.Add(row.GetString(1), row.GetInt32(0));
        return terms;
    }

    // By SQLite's own interface: it hands out blobs in place, where the provider would make an array for each.
    private void ReadPassages(SearchableArticle[] articles, PassageRows rows)
    {
        var indexes = new Dictionary<long, int>(articles.Length);
        for (var i = 0; i < articles.Length; i++)
            indexes.Add(articles[i].RevisionNumber, i);

        const string sql = "SELECT revision, id, term_count, terms, embedding FROM passages";
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        using (statement)
        {
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                if (indexes.TryGetValue(raw.sqlite3_column_int64(statement, 0), out var article))
                    rows.Add(article, statement);
            }

            if (result != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }
    }
}
