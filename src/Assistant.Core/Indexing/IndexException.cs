using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>An index cannot be used; the message says why and what to do. Nothing was changed.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">Why and what to do, for people.</param>
/// <param name="innerException">What the store reported, if it did.</param>
public sealed class IndexException(IndexFailure failure, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    // Result codes: https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    internal const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    /// <summary>Why.</summary>
    public IndexFailure Failure { get; } = failure;

    internal static IndexException From(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        NotADatabase => new(IndexFailure.NotAnIndex, NotAnIndexMessage(path), error),
        Corrupt => new(
            IndexFailure.Damaged,
            $"The index {path} is damaged. Restore a copy of it, or move it away and ingest the articles again.",
            error),
        Busy or Locked => new(
            IndexFailure.Unavailable, $"The index {path} is busy in another program. Try again in a moment.", error),
        Full => new(
            IndexFailure.Unavailable, $"The disk is full: the index {path} could not be written. Make room first.", error),
        _ => new(
            IndexFailure.Unavailable,
            $"The index {path} cannot be used ({error.Message}). Check that the file and its folder can be read and written.",
            error),
    };

    internal static string NotAnIndexMessage(string path) =>
        $"{path} is not an index of this program; it was left as it is. Move it away, or choose another data folder.";
}
