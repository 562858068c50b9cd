using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Reads articles.</summary>
internal static class ArticleReader
{
    private const string ByRevision =
        """
        FROM articles a JOIN revisions r ON r.article_id = a.id
        WHERE a.id = ?1 AND (r.revision = ?2 OR (?2 IS NULL AND r.number = a.active_revision))
        """;

    public static ArticleState? Find(SqliteConnection connection, string articleId) =>
        connection.Rows(
            """
            SELECT r.revision, a.erased_at FROM articles a LEFT JOIN revisions r ON r.number = a.active_revision
            WHERE a.id = ?1
            """,
            articleId)
            .Select(row => new ArticleState(articleId, row.GetNullableString(0), !row.IsDBNull(1)))
            .FirstOrDefault();

    public static Article? Get(SqliteConnection connection, string articleId, string? revision) =>
        connection.Rows(
            "SELECT a.id, a.key, r.revision, r.title, r.source, r.url, r.author, r.published_at, r.language, "
            + $"r.content_hash, r.ingested_at, r.text {ByRevision}",
            articleId, revision)
            .Select(ReadArticle)
            .FirstOrDefault();

    public static IReadOnlyList<RemovedBlock> GetRemoved(SqliteConnection connection, string articleId, string? revision) =>
        connection.Scalar($"SELECT r.removed {ByRevision}", articleId, revision) is string json
            ? JsonSerializer.Deserialize<List<RemovedBlock>>(json)!
            : [];

    public static IReadOnlyList<ArticleSummary> List(SqliteConnection connection) =>
        [.. connection.Rows(
            """
            SELECT a.id, r.revision, a.key, r.title, r.source, r.url, r.published_at,
                (SELECT count(*) FROM passages p WHERE p.revision = r.number)
            FROM articles a JOIN revisions r ON r.number = a.active_revision
            ORDER BY r.published_at DESC NULLS LAST, a.id
            """)
            .Select(row => new ArticleSummary(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.GetString(4),
                row.GetNullableString(5),
                StoredTime.ReadNullable(row.GetNullableString(6)),
                row.GetInt32(7)))];

    private static Article ReadArticle(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Key = row.GetString(1),
        Revision = row.GetString(2),
        Title = row.GetString(3),
        Source = row.GetString(4),
        Url = row.GetNullableString(5),
        Author = row.GetNullableString(6),
        PublishedAt = StoredTime.ReadNullable(row.GetNullableString(7)),
        Language = row.GetString(8),
        ContentHash = row.GetString(9),
        IngestedAt = StoredTime.Read(row.GetString(10)),
        Text = Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(11)),
    };
}
