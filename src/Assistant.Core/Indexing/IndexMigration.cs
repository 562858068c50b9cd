using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>Brings a file of an earlier schema up to date: first a copy, then all steps in one transaction.</summary>
internal static class IndexMigration
{
    /// <param name="path">The index.</param>
    /// <param name="connection">To the index; outside a transaction.</param>
    /// <param name="steps">From each schema to the next, beginning at schema 1.</param>
    /// <exception cref="IndexException">The file is newer than the steps reach, or another process writes to it.</exception>
    public static void Run(string path, SqliteConnection connection, IReadOnlyList<string> steps)
    {
        var newest = steps.Count + 1;
        var version = VersionOf(connection);
        if (version > newest)
        {
            throw new IndexException(
                IndexFailure.NewerSchema,
                $"The index {path} was written by a newer version of this program (schema {version}, this version knows "
                + $"{newest}). Use that version, or choose another data folder and ingest the articles there.");
        }

        if (version == newest)
            return;
        using var writer = WriterLock.Take(path);
        IndexCopy.Write(connection, CopyPath(path, version), overwrite: true);
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been quicker.
        foreach (var step in steps.Skip(VersionOf(connection) - 1))
            connection.Execute(step);
        connection.Execute($"PRAGMA user_version = {newest.ToString(CultureInfo.InvariantCulture)}");
        transaction.Commit();
    }

    /// <summary>The copy of the index as it was before.</summary>
    public static string CopyPath(string path, int version) =>
        $"{path}.schema-{version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Deletes the copies of earlier schemas, which hold what is to be erased.</summary>
    public static void DeleteCopies(string path)
    {
        for (var version = 1; version < IndexSchema.Version; version++)
        {
            if (File.Exists(CopyPath(path, version)))
                File.Delete(CopyPath(path, version));
        }
    }

    private static int VersionOf(SqliteConnection connection) => (int)connection.Number("PRAGMA user_version");
}
