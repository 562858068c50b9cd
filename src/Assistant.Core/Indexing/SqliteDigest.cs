using System.Text;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>The digest of an index file.</summary>
internal static class SqliteDigest
{
    public static string Compute(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var digest = ComputeWithin(connection);
        transaction.Commit();
        return digest;
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public static string ComputeWithin(SqliteConnection connection)
    {
        using var digest = new IndexDigest();
        foreach (var row in connection.Rows(
            """
            SELECT r.number, r.article_id, r.revision, r.number IS a.active_revision, r.text
            FROM revisions r JOIN articles a ON a.id = r.article_id ORDER BY r.article_id, r.revision
            """))
        {
            digest.AppendRevision(row.GetString(1), row.GetString(2), row.GetBoolean(3));
            AppendPassages(connection, digest, row.GetInt64(0), Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(4)));
        }

        return digest.Finish();
    }

    private static void AppendPassages(SqliteConnection connection, IndexDigest digest, long revision, string text)
    {
        foreach (var row in connection.Rows(
            "SELECT id, text_start, text_end, embedding FROM passages WHERE revision = ?1 ORDER BY id", revision))
        {
            digest.AppendPassage(
                row.GetFieldValue<byte[]>(0), text[row.GetInt32(1)..row.GetInt32(2)], row.GetFieldValue<byte[]>(3));
        }
    }
}
