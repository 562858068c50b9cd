using System.Globalization;
using Assistant.Core.Configuration;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>The SQLite file of an index: created or checked once, then connected to.</summary>
internal sealed class IndexFile
{
    private const int BusyTimeoutSeconds = 10;

    private readonly string _connectionString;

    private IndexFile(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    public string Path { get; }

    /// <summary>Opens the index, or makes an empty one where there is no file or an empty file.</summary>
    /// <exception cref="IndexException">The file is something else, newer, damaged, or built otherwise.</exception>
    public static IndexFile Open(string path, IndexFingerprint fingerprint) =>
        Open(path, fingerprint, IndexSchema.Migrations);

    /// <summary>The same with the steps that lead to the newest schema.</summary>
    public static IndexFile Open(string path, IndexFingerprint fingerprint, IReadOnlyList<string> migrations)
    {
        var file = new IndexFile(System.IO.Path.GetFullPath(path));
        file.CreateIfMissing();
        file.Prepare(connection =>
        {
            if (IsNew(connection))
                Create(connection, fingerprint);
            file.CheckIdentity(connection);
            IndexMigration.Run(file.Path, connection, migrations);
            StoredFingerprint.Check(connection, fingerprint, file.Path);
        });
        return file;
    }

    /// <summary>Opens an index that is there, however it was built: to look after it, not to search it.</summary>
    /// <exception cref="IndexException">There is none, or the file is something else, newer or damaged.</exception>
    public static IndexFile OpenExisting(string path)
    {
        var file = new IndexFile(System.IO.Path.GetFullPath(path));
        if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 })
            throw new IndexException(IndexFailure.Unavailable, $"There is no index {file.Path} yet; 'assistant ingest <path>' makes one.");
        file.Prepare(connection =>
        {
            file.CheckIdentity(connection);
            IndexMigration.Run(file.Path, connection, IndexSchema.Migrations);
        });
        return file;
    }

    /// <summary>Refuses to go on with a file that was deleted or moved away: what is written to it would be lost.</summary>
    /// <exception cref="IndexException">It is gone.</exception>
    public void CheckPresent()
    {
        if (!File.Exists(Path))
        {
            throw new IndexException(
                IndexFailure.Unavailable,
                $"The index {Path} was deleted or moved while in use. Put it back, or start again and ingest the articles anew.");
        }
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives its log and its shared memory the rights of the file. A file that is there is not opened here: closing
    // it would let go of the locks that SQLite holds on it for other connections of this process.
    private void CreateIfMissing()
    {
        try
        {
            var file = new FileInfo(Path);
            // SQLite takes a file of a single byte for an empty one.
            if (file is { Exists: true, Length: 1 })
                throw new IndexException(IndexFailure.NotAnIndex, IndexException.NotAnIndexMessage(Path));
            if (!file.Exists)
                CreateEmpty(file.DirectoryName!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IndexException(
                IndexFailure.Unavailable, $"The index {Path} cannot be opened or made: {error.Message}", error);
        }
    }

    private void CreateEmpty(string folder)
    {
        OwnerOnly.Folder(folder);
        new FileStream(Path, OwnerOnly.File(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
    }

    private void Prepare(Action<SqliteConnection> action)
    {
        try
        {
            using var connection = Connect();
            action(connection);
        }
        catch (SqliteException error)
        {
            throw IndexException.From(error, Path);
        }
    }

    private static bool IsNew(SqliteConnection connection) =>
        connection.Number("PRAGMA user_version") == 0 && connection.Number("PRAGMA application_id") == 0
        && connection.Number("SELECT count(*) FROM sqlite_master") == 0;

    private void CheckIdentity(SqliteConnection connection)
    {
        if (connection.Number("PRAGMA application_id") != IndexSchema.ApplicationId)
            throw new IndexException(IndexFailure.NotAnIndex, IndexException.NotAnIndexMessage(Path));
    }

    private static void Create(SqliteConnection connection, IndexFingerprint fingerprint)
    {
        connection.Execute("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been quicker.
        if (connection.Number("PRAGMA user_version") != 0)
            return;

        connection.Execute(IndexSchema.Create);
        foreach (var step in IndexSchema.Migrations)
            connection.Execute(step);
        StoredFingerprint.Write(connection, fingerprint);
        connection.Execute($"PRAGMA application_id = {IndexSchema.ApplicationId.ToString(CultureInfo.InvariantCulture)}");
        connection.Execute($"PRAGMA user_version = {IndexSchema.Version.ToString(CultureInfo.InvariantCulture)}");
        transaction.Commit();
    }
}
