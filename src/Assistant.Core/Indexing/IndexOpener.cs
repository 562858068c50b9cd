using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Core.Indexing;

/// <summary>Opens or creates an index of either kind.</summary>
/// <param name="fingerprint">What the program makes passages, embeddings and terms with.</param>
/// <param name="options">The options, valid.</param>
/// <param name="clock">The clock.</param>
public sealed class IndexOpener(IndexFingerprint fingerprint, AssistantOptions options, TimeProvider clock)
{
    /// <summary>Opens the index of the kind that the options choose.</summary>
    /// <param name="path">The SQLite file of an embedded one; its folder exists.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="IndexException">The index cannot be opened, or holds something else; the message says what to do.</exception>
    public Task<ICopyableIndex> OpenAsync(string path, CancellationToken cancellationToken) =>
        OpenAsync(options.Index.Kind, path, cancellationToken);

    /// <summary>Opens the index of this kind, whatever the options choose.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="path">The SQLite file of an embedded one; its folder exists.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="IndexException">The index cannot be opened, or holds something else; the message says what to do.</exception>
    public async Task<ICopyableIndex> OpenAsync(IndexKind kind, string path, CancellationToken cancellationToken) => kind switch
    {
        IndexKind.Qdrant => await QdrantPassageIndex.OpenAsync(options.Qdrant, fingerprint, clock, cancellationToken),
        _ => await SqlitePassageIndex.OpenAsync(path, fingerprint, clock, cancellationToken),
    };
}
