using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Reads and writes <see cref="TrackedSource"/>s.</summary>
internal static class SourceRows
{
    /// <summary>All sources, by location, then article.</summary>
    public static IReadOnlyList<TrackedSource> List(SqliteConnection connection) =>
        [.. connection.Rows("SELECT location, article_id, root, path, etag, last_modified FROM sources ORDER BY 1, 2")
            .Select(static row => new TrackedSource(
                row.GetString(0), row.GetString(1), row.GetNullableString(2), row.GetNullableString(3),
                row.GetNullableString(4), row.GetNullableString(5)))];

    /// <summary>Adds or replaces some and forgets others, in one transaction.</summary>
    public static bool Change(SqliteConnection connection, IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var source in gone)
            connection.Execute("DELETE FROM sources WHERE location = ?1 AND article_id = ?2", source.Location, source.ArticleId);
        foreach (var source in kept)
        {
            connection.Execute(
                """
                INSERT OR REPLACE INTO sources (location, article_id, root, path, etag, last_modified)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """,
                source.Location, source.ArticleId, source.Root, source.Path, source.ETag, source.LastModified);
        }

        transaction.Commit();
        return true;
    }

    /// <summary>Forgets where an article was read from; part of the caller's transaction.</summary>
    public static void Erase(SqliteConnection connection, string articleId) =>
        connection.Execute("DELETE FROM sources WHERE article_id = ?1", articleId);
}
