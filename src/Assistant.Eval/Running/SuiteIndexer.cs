using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>Brings an index to hold exactly a suite's documents; what it holds already is left as it is.</summary>
internal sealed class SuiteIndexer(Workspace workspace, Chunker chunker)
{
    private const int PassagesPerBatch = 32;

    /// <summary>Embeds and stores new and changed documents, and erases those that the suite no longer has.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="progress">Told the number of documents that are done; null when nobody wants to know.</param>
    /// <param name="cancellationToken">Cancels between batches; what is stored stays.</param>
    public async Task IndexAsync(Suite suite, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await EraseOthersAsync(suite, cancellationToken);
        var pending = new List<(Article Article, IReadOnlyList<Passage> Passages)>();
        var done = 0;
        foreach (var article in suite.Documents.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var state = await workspace.Index.FindAsync(article.Id, cancellationToken);
            if (state?.Revision != article.Revision) pending.Add((article, chunker.Chunk(article)));
            if (pending.Sum(static item => item.Passages.Count) >= PassagesPerBatch)
                await StoreAsync(pending, cancellationToken);
            progress?.Report(++done);
        }

        await StoreAsync(pending, cancellationToken);
    }

    private async Task EraseOthersAsync(Suite suite, CancellationToken cancellationToken)
    {
        var wanted = suite.Documents.Values.Select(static article => article.Id).ToHashSet(StringComparer.Ordinal);
        var indexed = await workspace.Index.ListArticlesAsync(cancellationToken);
        foreach (var article in indexed.Where(article => !wanted.Contains(article.Id)))
            await workspace.Index.EraseAsync(article.Id, cancellationToken);
    }

    private async Task StoreAsync(
        List<(Article Article, IReadOnlyList<Passage> Passages)> pending, CancellationToken cancellationToken)
    {
        var texts = pending.SelectMany(static item => item.Passages.Select(
            passage => PassageText.ForIndexing(item.Article.Title, passage.Heading, passage.Text))).ToList();
        if (texts.Count > 0)
        {
            var embeddings = await workspace.Embeddings.Passages.GenerateAsync(texts, null, cancellationToken);
            var next = 0;
            foreach (var (article, passages) in pending)
            {
                var embedded = passages.Select(passage => new EmbeddedPassage(passage, embeddings[next++].Vector)).ToList();
                await workspace.Index.StoreAsync(article, [], embedded, cancellationToken);
            }
        }

        pending.Clear();
    }
}
