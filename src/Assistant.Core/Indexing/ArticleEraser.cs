using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Takes an article out of the file with all its revisions, passages, terms and vectors.</summary>
/// <remarks>Relies on <c>secure_delete</c>: what is deleted is overwritten. Only the id stays, as a tombstone.</remarks>
internal static class ArticleEraser
{
    /// <returns>False when there was nothing to erase.</returns>
    public static bool Erase(SqliteConnection connection, string articleId, DateTimeOffset now)
    {
        var erased = EraseRows(connection, articleId, now);
        // Also when there was nothing: an earlier call may have been stopped between the two steps.
        TruncateLog(connection);
        return erased;
    }

    /// <summary>Keeps a tombstone for an id that the index never held. False when it did.</summary>
    public static bool MarkErased(SqliteConnection connection, string articleId, DateTimeOffset now) => connection.Execute(
        "INSERT INTO articles (id, erased_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING", articleId, StoredTime.Write(now)) > 0;

    private static bool EraseRows(SqliteConnection connection, string articleId, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Scalar("SELECT 1 FROM articles WHERE id = ?1 AND erased_at IS NULL", articleId) is null)
            return false;

        const string passages = "FROM passages WHERE revision IN (SELECT number FROM revisions WHERE article_id = ?1)";
        var terms = TermsOf(connection.Rows($"SELECT terms {passages}", articleId));
        connection.Execute(
            "UPDATE articles SET key = NULL, active_revision = NULL, erased_at = ?2 WHERE id = ?1",
            articleId, StoredTime.Write(now));
        connection.Execute($"DELETE {passages}", articleId);
        connection.Execute("DELETE FROM revisions WHERE article_id = ?1", articleId);
        SourceRows.Erase(connection, articleId);

        terms.ExceptWith(TermsOf(connection.Rows("SELECT terms FROM passages")));
        foreach (var number in terms)
            connection.Execute("DELETE FROM terms WHERE number = ?1", number);
        transaction.Commit();
        return true;
    }

    private static HashSet<int> TermsOf(IEnumerable<SqliteDataReader> rows)
    {
        var terms = new HashSet<int>();
        foreach (var row in rows)
        {
            var pairs = TermCounts.Decode(row.GetFieldValue<byte[]>(0));
            while (pairs.Next())
                terms.Add(pairs.Term);
        }

        return terms;
    }

    private static void TruncateLog(SqliteConnection connection)
    {
        if (connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
        {
            throw new IndexException(
                IndexFailure.Unavailable,
                "The article is out of the index, but its text may still be in the index's log, which another program is "
                + "reading. Remove the article again in a moment.");
        }
    }
}
