using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>SHA-256 over sorted (article id, revision, state, passage id, text, stored vector).</summary>
/// <remarks>Every text is preceded by its length in bytes, so that no two contents can give the same bytes.</remarks>
internal sealed class IndexDigest(SqliteConnection connection)
{
    public string Compute()
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var digest = ComputeWithin();
        transaction.Commit();
        return digest;
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public string ComputeWithin()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in connection.Rows(
            """
            SELECT r.number, r.article_id, r.revision, r.number IS a.active_revision, r.text
            FROM revisions r JOIN articles a ON a.id = r.article_id ORDER BY r.article_id, r.revision
            """))
        {
            Append(hash, row.GetString(1));
            Append(hash, row.GetString(2));
            Append(hash, row.GetBoolean(3) ? "active" : "retired");
            AppendPassages(hash, row.GetInt64(0), Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(4)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void AppendPassages(IncrementalHash hash, long revision, string text)
    {
        foreach (var row in connection.Rows(
            "SELECT id, text_start, text_end, embedding FROM passages WHERE revision = ?1 ORDER BY id", revision))
        {
            hash.AppendData(row.GetFieldValue<byte[]>(0));
            Append(hash, text[row.GetInt32(1)..row.GetInt32(2)]);
            hash.AppendData(row.GetFieldValue<byte[]>(3));
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
