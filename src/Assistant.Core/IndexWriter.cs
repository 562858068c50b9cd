using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;

namespace Assistant.Core;

/// <summary>An index object opened to be written: the only writer of its index from the first write until it is disposed of.</summary>
/// <param name="index">The index object, owned by the writer.</param>
/// <param name="ingestion">Adds articles to it.</param>
public sealed class IndexWriter(IPassageIndex index, IngestionPipeline ingestion) : IAsyncDisposable
{
    /// <summary>The index.</summary>
    public IPassageIndex Index => index;

    /// <summary>From article file to passages in the index.</summary>
    public IngestionPipeline Ingestion => ingestion;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => index.DisposeAsync();
}
