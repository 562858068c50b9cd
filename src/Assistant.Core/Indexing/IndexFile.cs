using System.Globalization;
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
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    public string Path { get; }

    /// <summary>Opens the index, or makes an empty one where there is no file or an empty file.</summary>
    /// <exception cref="IndexException">The file is something else, newer, damaged, or built otherwise.</exception>
    public static IndexFile Open(string path, IndexFingerprint fingerprint)
    {
        var file = new IndexFile(System.IO.Path.GetFullPath(path));
        file.CreateIfMissing();
        try
        {
            using var connection = file.Connect();
            if (file.IsNew(connection))
                Create(connection, fingerprint);
            file.CheckFingerprint(connection, fingerprint);
        }
        catch (SqliteException error)
        {
            throw IndexException.From(error, file.Path);
        }

        return file;
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
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode readWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(folder, readWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = readWrite;
        }

        new FileStream(Path, options).Dispose();
    }

    private bool IsNew(SqliteConnection connection)
    {
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        if (version == 0 && application == 0 && Number(connection, "SELECT count(*) FROM sqlite_master") == 0)
            return true;
        if (application != IndexSchema.ApplicationId)
            throw new IndexException(IndexFailure.NotAnIndex, IndexException.NotAnIndexMessage(Path));
        if (version > IndexSchema.Version)
        {
            throw new IndexException(
                IndexFailure.NewerSchema,
                $"The index {Path} was written by a newer version of this program (schema {version}, this version knows "
                + $"{IndexSchema.Version}). Use that version, or choose another data folder and ingest the articles there.");
        }

        return false;
    }

    private static void Create(SqliteConnection connection, IndexFingerprint fingerprint)
    {
        connection.Execute("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been quicker.
        if (Number(connection, "PRAGMA user_version") != 0)
            return;

        connection.Execute(IndexSchema.Create);
        foreach (var (part, value) in fingerprint.Parts())
            connection.Execute("INSERT INTO fingerprint (part, value) VALUES (?1, ?2)", part, value);
        connection.Execute($"PRAGMA application_id = {IndexSchema.ApplicationId.ToString(CultureInfo.InvariantCulture)}");
        connection.Execute($"PRAGMA user_version = {IndexSchema.Version.ToString(CultureInfo.InvariantCulture)}");
        transaction.Commit();
    }

    private void CheckFingerprint(SqliteConnection connection, IndexFingerprint fingerprint)
    {
        var stored = connection.Rows("SELECT part, value FROM fingerprint")
            .ToDictionary(row => row.GetString(0), row => row.GetString(1));
        var differing = fingerprint.Parts()
            .Where(part => stored.GetValueOrDefault(part.Key) != part.Value)
            .Select(part => $"{part.Key} (index: '{stored.GetValueOrDefault(part.Key)}', this program: '{part.Value}')")
            .ToList();
        if (differing.Count > 0)
        {
            throw new IndexException(
                IndexFailure.FingerprintMismatch,
                $"The index {Path} was built otherwise: {string.Join(", ", differing)}. The two cannot be mixed. "
                + "Use the version and the settings that built it, or move the index away and ingest the articles again.");
        }
    }

    private static long Number(SqliteConnection connection, string sql) =>
        Convert.ToInt64(connection.Scalar(sql), CultureInfo.InvariantCulture);
}
