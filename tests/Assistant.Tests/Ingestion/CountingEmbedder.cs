using Microsoft.Extensions.AI;

namespace Assistant.Tests.Ingestion;

/// <summary>Embeds every text as the same unit vector and remembers the batches.</summary>
internal sealed class CountingEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public List<string[]> Batches { get; } = [];

    /// <summary>After so many batches the caller's work is cancelled.</summary>
    public int BatchesBeforeCancellation { get; init; } = int.MaxValue;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Batches.Count == BatchesBeforeCancellation) throw new OperationCanceledException();
        var batch = values.ToArray();
        Batches.Add(batch);
        var embeddings = batch.Select(_ => new Embedding<float>(new float[] { 1, 0 }));
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Holds nothing.
    }
}
