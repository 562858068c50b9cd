using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Writes articles: each method is one transaction.</summary>
internal static class ArticleWriter
{
    public static bool Store(
        SqliteConnection connection,
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("INSERT INTO articles (id) VALUES (?1) ON CONFLICT DO NOTHING", article.Id);
        var number = FindRevision(connection, article.Id, article.Revision);
        if (number is null)
        {
            number = InsertRevision(connection, article, removed);
            using var writer = new PassageWriter(connection);
            writer.Insert(article.Title, number.Value, passages);
        }

        connection.Execute(
            "UPDATE articles SET key = ?2, active_revision = ?3, erased_at = NULL WHERE id = ?1",
            article.Id, article.Key, number);
        transaction.Commit();
        return true;
    }

    public static bool Retire(SqliteConnection connection, string articleId) => connection.Execute(
        "UPDATE articles SET active_revision = NULL WHERE id = ?1 AND active_revision IS NOT NULL", articleId) > 0;

    private static long? FindRevision(SqliteConnection connection, string articleId, string revision) =>
        (long?)connection.Scalar(
            "SELECT number FROM revisions WHERE article_id = ?1 AND revision = ?2", articleId, revision);

    private static long InsertRevision(SqliteConnection connection, Article article, IReadOnlyList<RemovedBlock> removed) =>
        (long)connection.Scalar(
            """
            INSERT INTO revisions (article_id, revision, title, source, url, author, published_at, language,
                content_hash, ingested_at, text, removed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING number
            """,
            article.Id,
            article.Revision,
            article.Title,
            article.Source,
            article.Url,
            article.Author,
            StoredTime.Write(article.PublishedAt),
            article.Language,
            article.ContentHash,
            StoredTime.Write(article.IngestedAt),
            Encoding.UTF8.GetBytes(article.Text),
            JsonSerializer.Serialize(removed))!;
}
