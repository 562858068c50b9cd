using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Holds the newest snapshot, loaded when it is first asked for and again after another connection's commit.</summary>
/// <remarks>Not thread-safe: used in its connection's turn. Snapshots handed out stay valid.</remarks>
internal sealed class SnapshotSource(string path, IndexFingerprint fingerprint)
{
    private IndexSnapshot? _snapshot;
    private long _version;

    /// <summary>The newest snapshot, and the numbers that a query's terms have in it; unknown terms are left out.</summary>
    public (IndexSnapshot Snapshot, IReadOnlyList<int> Terms) Current(
        SqliteConnection connection, IReadOnlyList<string> queryTerms)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        // The first read fixes the version that the transaction sees.
        var version = ReadVersion(connection);
        if (_snapshot is null || version != _version)
        {
            _snapshot = null; // So that the old one can go while the new one is read.
            // A rebuild may have switched to another model.
            StoredFingerprint.Check(connection, fingerprint, path);
            _snapshot = new SnapshotLoader(connection, fingerprint.Dimension).Load();
            _version = version;
        }

        var terms = FindTerms(connection, queryTerms);
        transaction.Commit();
        return (_snapshot, terms);
    }

    // Changes whenever another connection, in whatever process, commits.
    private static long ReadVersion(SqliteConnection connection) => (long)connection.Scalar("PRAGMA data_version")!;

    private static List<int> FindTerms(SqliteConnection connection, IReadOnlyList<string> terms)
    {
        var numbers = new List<int>(terms.Count);
        using var command = connection.Command("SELECT number FROM terms WHERE term = ?1", "");
        foreach (var term in terms)
        {
            command.Parameters[0].Value = term;
            if (command.ExecuteScalar() is long number)
                numbers.Add((int)number);
        }

        return numbers;
    }
}
