using Assistant.Core.Indexing;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Ingestion;

/// <summary>From article files to passages in the index: reads, chunks, embeds, stores, and tells what became of each file.</summary>
/// <remarks>
/// START HERE. Can always be repeated: an article whose revision the index has is neither chunked nor embedded nor written.
/// A file that cannot be read is a row, never the end of the run. Not thread-safe: one run at a time.
/// </remarks>
/// <param name="index">Where articles go.</param>
/// <param name="embedder">Embeds passages, in the index's dimension and of unit length.</param>
/// <param name="chunker">Cuts articles into passages.</param>
/// <param name="time">Clock for <see cref="Article.IngestedAt"/>.</param>
public sealed class IngestionPipeline(
    IPassageIndex index, IEmbeddingGenerator<string, Embedding<float>> embedder, Chunker chunker, TimeProvider time)
{
    private readonly ArticleReader _reader = new(time);

    /// <summary>Ingests files and folders.</summary>
    /// <param name="paths">Files and folders; may be empty.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each file; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels between articles; what is stored stays.</param>
    /// <returns>A row for each article or file that is none, in the order found, then one for each that is gone.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; a repeated run continues where this one stopped.</exception>
    public async Task<IngestionResult> IngestAsync(
        IReadOnlyList<string> paths,
        IngestionOptions options,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken)
    {
        var ledger = await SourceLedger.LoadAsync(index, cancellationToken);
        var files = ArticleFolder.Find(paths, options.Root);
        if (options.Root is null) files = [.. files.Select(ledger.Place)];
        var batch = new EmbeddingBatch(index, embedder);
        var run = new IngestionRun(index, batch, chunker, ledger, options);
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            cancellationToken.ThrowIfCancellationRequested();
            await foreach (var reading in _reader.ReadAllAsync(file, options, cancellationToken))
                await run.TakeAsync(reading, file.Location, cancellationToken);
            progress?.Report(new IngestionProgress(i + 1, files.Count, batch.PassagesEmbedded, file.Path));
        }

        await run.FinishAsync(paths, cancellationToken);
        return new IngestionResult { Embedded = batch.PassagesEmbedded, Items = run.Items };
    }

    /// <summary>Id of the article that a file holds; null when there is no such file or it cannot be read.</summary>
    /// <param name="path">A file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<string?> IdentifyAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return null;
        var ledger = await SourceLedger.LoadAsync(index, cancellationToken);
        var file = ledger.Place(ArticleFolder.Find([path], root: null)[0]);
        if (ledger.At(file.Location).ToList() is [var tracked]) return tracked.ArticleId;
        try
        {
            return (await _reader.ReadAsync(file, new IngestionOptions(), cancellationToken)).Article.Id;
        }
        catch (ArticleRefusedException)
        {
            return null;
        }
    }
}
