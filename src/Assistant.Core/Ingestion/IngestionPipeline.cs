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
    private const string NotEnglish = "Indexed, but questions are answered from English text only: it is shown as nearest passages.";

    private readonly ArticleReader _reader = new(time);

    /// <summary>Ingests files and folders.</summary>
    /// <param name="paths">Files and folders; may be empty.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each file; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels between articles; what is stored stays.</param>
    /// <returns>A row for each file, in the order found.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; a repeated run continues where this one stopped.</exception>
    public async Task<IngestionResult> IngestAsync(
        IReadOnlyList<string> paths,
        IngestionOptions options,
        IProgress<IngestionProgress>? progress,
        CancellationToken cancellationToken)
    {
        var files = ArticleFolder.Find(paths, options.Root);
        var batch = new EmbeddingBatch(index, embedder);
        var items = new List<IngestionItem>(files.Count);
        var seen = new Dictionary<string, IngestionItem>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(await IngestFileAsync(file, options, batch, seen, cancellationToken));
            progress?.Report(new IngestionProgress(items.Count, files.Count, batch.PassagesEmbedded, file.Path));
        }

        await batch.FlushAsync(cancellationToken);
        return new IngestionResult { Embedded = batch.PassagesEmbedded, Items = items };
    }

    /// <summary>Id of the article that a file holds; null when there is no such file or it cannot be read.</summary>
    /// <param name="path">A file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<string?> IdentifyAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var file = ArticleFolder.Find([path], root: null)[0];
            return (await _reader.ReadAsync(file, new IngestionOptions(), cancellationToken)).Article.Id;
        }
        catch (ArticleRefusedException)
        {
            return null;
        }
    }

    private async Task<IngestionItem> IngestFileAsync(
        ArticleFile file,
        IngestionOptions options,
        EmbeddingBatch batch,
        Dictionary<string, IngestionItem> seen,
        CancellationToken cancellationToken)
    {
        try
        {
            var (article, removed) = await _reader.ReadAsync(file, options, cancellationToken);
            if (seen.TryGetValue(article.Id, out var first)) return Repeat(file, article, first);
            return seen[article.Id] = await IngestArticleAsync(file.Path, article, removed, batch, cancellationToken);
        }
        catch (ArticleRefusedException refusal)
        {
            return new IngestionItem(file.Path, ArticleId: null, Revision: null, IngestionOutcome.Refused, refusal.Message);
        }
    }

    private async Task<IngestionItem> IngestArticleAsync(
        string path, Article article, IReadOnlyList<RemovedBlock> removed, EmbeddingBatch batch, CancellationToken cancellationToken)
    {
        var stored = (await index.FindAsync(article.Id, cancellationToken))?.Revision;
        var outcome = IngestionOutcome.Unchanged;
        if (stored != article.Revision)
        {
            outcome = stored is null ? IngestionOutcome.Added : IngestionOutcome.Updated;
            await batch.AddAsync(article, removed, chunker.Chunk(article), cancellationToken);
        }

        return new IngestionItem(path, article.Id, article.Revision, outcome, article.Language == "en" ? null : NotEnglish);
    }

    /// <summary>A second file of the same article in one run: the first one counts.</summary>
    private static IngestionItem Repeat(ArticleFile file, Article article, IngestionItem first) =>
        article.Revision == first.Revision
            ? new IngestionItem(file.Path, article.Id, article.Revision, IngestionOutcome.Unchanged, $"The same article as {first.Path}.")
            : new IngestionItem(
                file.Path,
                article.Id,
                Revision: null,
                IngestionOutcome.Refused,
                $"States the same address as {first.Path} but differs from it. Remove one of them.");
}
