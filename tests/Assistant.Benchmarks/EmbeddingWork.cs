using Assistant.Inference;

namespace Assistant.Benchmarks;

/// <summary>Embeds passages of 200 tokens through the public interface.</summary>
internal sealed class EmbeddingWork(int threads)
{
    private const int Tokens = 200;

    /// <summary>Of the published model: 12 layers of 4 · 384² + 2 · 384 · 1,536 weights and two products with 200 tokens.</summary>
    public const double OperationsPerPassage =
        2.0 * Tokens * 12 * ((4 * 384 * 384) + (2 * 384 * 1536) + (2 * 384 * Tokens));

    private readonly EmbeddingModel _model = EmbeddingModel.Load(ModelDirectory.Find("bge-small-en-v1.5"), threads);

    /// <summary>Two tokens of the 200 are the special ones.</summary>
    private readonly string _passage = string.Concat(Enumerable.Repeat("president meeting ", (Tokens - 2) / 2));

    public void Run(int passages) =>
        _model.Passages.GenerateAsync(Enumerable.Repeat(_passage, passages)).GetAwaiter().GetResult();
}
