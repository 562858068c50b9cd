using Assistant.Core.Configuration;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Copies an index whole, with what is still in its log, while others read and write it.</summary>
/// <remarks>The copy has its name only once it is complete and on the disk; nobody but its owner may read it.</remarks>
internal static class IndexCopy
{
    /// <exception cref="IndexException">It cannot be written; nothing is left behind.</exception>
    public static void Write(SqliteConnection connection, string path, bool overwrite)
    {
        var partial = path + ".partial";
        try
        {
            new FileStream(partial, OwnerOnly.File(FileMode.Create, FileShare.None)).Dispose();
            connection.Execute("VACUUM INTO ?1", partial);
            KeepLog(partial);
            using (var copy = new FileStream(partial, FileMode.Open))
                copy.Flush(flushToDisk: true);
            File.Move(partial, path, overwrite);
        }
        catch (SqliteException error)
        {
            DeleteIfThere(partial);
            throw IndexException.From(error, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            DeleteIfThere(partial);
            throw new IndexException(IndexFailure.Unavailable, $"The copy {path} cannot be written: {error.Message}", error);
        }
    }

    private static void DeleteIfThere(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }

    // A copied file has no log of its own; without one, a writer would block readers once the copy is in use.
    private static void KeepLog(string path)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        copy.Execute("PRAGMA journal_mode = WAL");
    }
}
