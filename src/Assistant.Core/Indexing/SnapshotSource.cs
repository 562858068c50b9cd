using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Holds the newest snapshot, loaded when it is first asked for and again after another connection's commit.</summary>
/// <remarks>Not thread-safe: used in its connection's turn. Snapshots handed out stay valid.</remarks>
internal sealed class SnapshotSource(int dimension)
{
    private IndexSnapshot? _snapshot;
    private long _version;

    public IndexSnapshot Current(SqliteConnection connection)
    {
        if (_snapshot is { } current && ReadVersion(connection) == _version)
            return current;

        using var transaction = connection.BeginTransaction(deferred: true);
        // The first read fixes the version that the transaction sees.
        _version = ReadVersion(connection);
        _snapshot = new SnapshotLoader(connection, dimension).Load();
        transaction.Commit();
        return _snapshot;
    }

    // Changes whenever another connection, in whatever process, commits.
    private static long ReadVersion(SqliteConnection connection) => (long)connection.Scalar("PRAGMA data_version")!;
}
