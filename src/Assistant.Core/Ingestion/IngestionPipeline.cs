using Assistant.Core.Indexing;
using Assistant.Core.Ingestion.Web;
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
/// <param name="fetcher">Fetches pages and feeds; null when addresses are refused.</param>
public sealed class IngestionPipeline(
    IPassageIndex index,
    IEmbeddingGenerator<string, Embedding<float>> embedder,
    Chunker chunker,
    TimeProvider time,
    WebFetcher? fetcher = null)
{
    private readonly ArticleReader _reader = new(time);
    private readonly WebReader? _web = fetcher is null ? null : new WebReader(fetcher, index, time);

    /// <summary>Ingests files, folders, pages and feeds.</summary>
    /// <param name="paths">Files and folders, and addresses, which begin with http:// or https://; may be empty.</param>
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
        var addresses = paths.Where(WebReader.IsAddress).ToList();
        var local = paths.Except(addresses).ToList();
        var files = ArticleFolder.Find(local, options.Root);
        var batch = new EmbeddingBatch(index, embedder);
        var run = new IngestionRun(index, batch, chunker, ledger, options);
        var done = 0;
        foreach (var found in files)
        {
            var file = options.Root is null ? ledger.Place(found) : found;
            await TakeAllAsync(_reader.ReadAllAsync(file, options, cancellationToken), file.Path, file.Location);
        }

        foreach (var address in addresses) await TakeAllAsync(ReadAddressAsync(address), address, address);
        await run.FinishAsync(local, cancellationToken);
        return new IngestionResult { Embedded = batch.PassagesEmbedded, Items = run.Items };

        async Task TakeAllAsync(IAsyncEnumerable<ArticleReading> readings, string path, string location)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await foreach (var reading in readings) await run.TakeAsync(reading, location, cancellationToken);
            progress?.Report(new IngestionProgress(++done, files.Count + addresses.Count, batch.PassagesEmbedded, path));
        }

        IAsyncEnumerable<ArticleReading> ReadAddressAsync(string address) =>
            _web?.ReadAsync(address, options, ledger, cancellationToken)
            ?? new[] { new ArticleReading(address) { Reason = "Addresses are not fetched here." } }.ToAsyncEnumerable();
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
