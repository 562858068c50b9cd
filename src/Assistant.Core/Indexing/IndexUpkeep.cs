namespace Assistant.Core.Indexing;

/// <summary>Looks after an index file, whatever model it was built with: checks, copies, compacts it.</summary>
public static class IndexUpkeep
{
    /// <summary>Looks for damage and contradictions; readers and a writer may go on meanwhile.</summary>
    /// <param name="path">The index.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="IndexException">There is no index, or it cannot even be opened.</exception>
    public static IndexCheckResult Check(string path, CancellationToken cancellationToken)
    {
        var file = IndexFile.OpenExisting(path);
        return Run(file, connection => new IndexCheck(connection).Run(cancellationToken));
    }

    /// <summary>Copies the index into a new file; readers and a writer may go on meanwhile.</summary>
    /// <param name="path">The index.</param>
    /// <param name="target">A file that is not there yet.</param>
    /// <returns>Size of the copy in bytes.</returns>
    /// <exception cref="IndexException">There is no index, the target is there, or it cannot be written.</exception>
    public static long Backup(string path, string target)
    {
        var file = IndexFile.OpenExisting(path);
        target = Path.GetFullPath(target);
        if (Path.Exists(target))
            throw new IndexException(IndexFailure.Unavailable, $"{target} is there already; it was left as it is. Choose another name.");
        return Run(file, connection =>
        {
            IndexCopy.Write(connection, target, overwrite: false);
            return new FileInfo(target).Length;
        });
    }

    /// <summary>Gives the room of what was removed back to the disk; needs room for a second copy meanwhile.</summary>
    /// <param name="path">The index.</param>
    /// <returns>Size in bytes before and after.</returns>
    /// <exception cref="IndexException">There is no index, another process writes to it, or the disk is full.</exception>
    public static (long Before, long After) Compact(string path)
    {
        var file = IndexFile.OpenExisting(path);
        using var writer = WriterLock.Take(file.Path);
        return Run(file, connection =>
        {
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            var before = new FileInfo(file.Path).Length;
            connection.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
            return (before, new FileInfo(file.Path).Length);
        });
    }

    private static T Run<T>(IndexFile file, Func<Microsoft.Data.Sqlite.SqliteConnection, T> action)
    {
        try
        {
            using var connection = file.Connect();
            return action(connection);
        }
        catch (Microsoft.Data.Sqlite.SqliteException error)
        {
            throw IndexException.From(error, file.Path);
        }
    }
}
