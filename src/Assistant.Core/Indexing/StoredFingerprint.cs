using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>What an index file says it was built with.</summary>
internal static class StoredFingerprint
{
    public static void Write(SqliteConnection connection, IndexFingerprint fingerprint)
    {
        foreach (var (part, value) in fingerprint.Parts())
            connection.Execute("INSERT INTO fingerprint (part, value) VALUES (?1, ?2)", part, value);
    }

    /// <summary>Values by part.</summary>
    public static IReadOnlyDictionary<string, string> Read(SqliteConnection connection) =>
        connection.Rows("SELECT part, value FROM fingerprint")
            .ToDictionary(row => row.GetString(0), row => row.GetString(1), StringComparer.Ordinal);

    /// <exception cref="IndexException">The index was built otherwise.</exception>
    public static void Check(SqliteConnection connection, IndexFingerprint fingerprint, string path)
    {
        var stored = Read(connection);
        var differing = fingerprint.Parts()
            .Where(part => stored.GetValueOrDefault(part.Key) != part.Value)
            .Select(part => $"{part.Key} (index: '{stored.GetValueOrDefault(part.Key)}', this program: '{part.Value}')")
            .ToList();
        if (differing.Count > 0)
        {
            throw new IndexException(
                IndexFailure.FingerprintMismatch,
                $"The index {path} was built otherwise: {string.Join(", ", differing)}. The two cannot be mixed. "
                + "Run 'assistant index rebuild', or use the version and the settings that built it.");
        }
    }
}
