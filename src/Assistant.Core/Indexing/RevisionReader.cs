using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Reads revisions whole, for storing them elsewhere.</summary>
internal static class RevisionReader
{
    public static IReadOnlyList<ArticleHistory> List(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var revisions = connection.Rows("SELECT article_id, revision FROM revisions ORDER BY number")
            .Select(row => (ArticleId: row.GetString(0), Revision: row.GetString(1)))
            .ToLookup(row => row.ArticleId, row => row.Revision, StringComparer.Ordinal);
        IReadOnlyList<ArticleHistory> histories =
        [
            .. connection.Rows(
                """
                SELECT a.id, r.revision, a.erased_at FROM articles a LEFT JOIN revisions r ON r.number = a.active_revision
                ORDER BY a.id
                """)
                .Select(row => new ArticleHistory(
                    row.GetString(0), [.. revisions[row.GetString(0)]], row.GetNullableString(1), !row.IsDBNull(2))),
        ];
        transaction.Commit();
        return histories;
    }

    public static StoredRevision? Read(SqliteConnection connection, string articleId, string revision, int dimension)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        if (ArticleReader.Get(connection, articleId, revision) is not { } article) return null;
        var removed = ArticleReader.GetRemoved(connection, articleId, revision);
        var passages = connection.Rows(
            """
            SELECT p.id, p.ordinal, p.text_start, p.text_end, p.heading, p.embedding
            FROM passages p JOIN revisions r ON r.number = p.revision
            WHERE r.article_id = ?1 AND r.revision = ?2 ORDER BY p.ordinal
            """,
            articleId, revision)
            .Select(row => ToPassage(article, row, dimension))
            .ToList();
        transaction.Commit();
        return new StoredRevision(article, removed, passages);
    }

    private static EmbeddedPassage ToPassage(Article article, SqliteDataReader row, int dimension)
    {
        var embedding = new float[dimension];
        if (!StoredVector.TryRead(row.GetFieldValue<byte[]>(5), embedding))
            throw new IndexException(IndexFailure.Damaged, $"An embedding of article {article.Id} has another length than the index's.");
        var (start, end) = (row.GetInt32(2), row.GetInt32(3));
        var passage = new Passage
        {
            Id = new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true),
            ArticleId = article.Id,
            Ordinal = row.GetInt32(1),
            Start = start,
            End = end,
            Text = article.Text[start..end],
            Heading = row.GetNullableString(4),
        };
        return new EmbeddedPassage(passage, embedding);
    }
}
