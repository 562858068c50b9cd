using Assistant.Core.Indexing;
using Assistant.Core.Observability;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Ingestion;

/// <summary>Collects articles until their passages fill a batch, embeds them together, stores them one by one.</summary>
internal sealed class EmbeddingBatch(IPassageIndex index, IEmbeddingGenerator<string, Embedding<float>> embedder)
{
    private const int PassagesPerBatch = 32;

    private readonly List<Entry> _entries = [];
    private int _passages;

    /// <summary>Passages embedded so far.</summary>
    public int PassagesEmbedded { get; private set; }

    /// <summary>Takes an article; embeds and stores all that were taken once they fill a batch.</summary>
    public async Task AddAsync(
        Article article, IReadOnlyList<RemovedBlock> removed, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        _entries.Add(new Entry(article, removed, passages));
        _passages += passages.Count;
        if (_passages >= PassagesPerBatch) await FlushAsync(cancellationToken);
    }

    /// <summary>Embeds and stores what was taken.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        using var stage = AssistantTelemetry.Begin("embed");
        stage.Tag("passages", _passages);
        var texts = _entries.SelectMany(entry => entry.Passages.Select(
            passage => PassageText.ForIndexing(entry.Article.Title, passage.Heading, passage.Text)));
        var embeddings = new List<ReadOnlyMemory<float>>(_passages);
        foreach (var part in texts.Chunk(PassagesPerBatch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var embedded = await embedder.GenerateAsync(part, options: null, cancellationToken);
            embeddings.AddRange(embedded.Select(embedding => embedding.Vector));
            PassagesEmbedded += part.Length;
        }

        var next = 0;
        foreach (var entry in _entries)
        {
            var passages = entry.Passages.Select(passage => new EmbeddedPassage(passage, embeddings[next++])).ToList();
            await index.StoreAsync(entry.Article, entry.Removed, passages, cancellationToken);
        }

        _entries.Clear();
        _passages = 0;
    }

    private sealed record Entry(Article Article, IReadOnlyList<RemovedBlock> Removed, IReadOnlyList<Passage> Passages);
}
