using Assistant.Inference.Encoding;
using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;
using Microsoft.Extensions.AI;

namespace Assistant.Inference;

/// <summary>Embeds texts as the normalised last hidden state of their first token, after a prefix.</summary>
/// <remarks>Thread-safe; disposing it does nothing, as the model owns the weights.</remarks>
internal sealed class TextEmbeddingGenerator(WordPieceTokenizer tokenizer, Encoder encoder, ModelConfig config, string prefix)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } dimensions && dimensions != config.HiddenSize)
        {
            throw new NotSupportedException($"The model gives vectors of {config.HiddenSize} dimensions, not {dimensions}.");
        }

        string[] texts = [.. values];
        return Task.Run(() => Generate(texts, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The weights belong to the model, which both generators share.
    }

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellationToken)
    {
        TokenSequence[] sequences = Array.ConvertAll(texts, Sequence);
        var vectors = new float[texts.Length][];
        encoder.Encode(
            sequences,
            HiddenStateScope.FirstToken,
            (index, hidden) => vectors[index] = Normalize(hidden.RowSpan(0, config.HiddenSize)),
            cancellationToken);
        return [.. vectors.Select(vector => new Embedding<float>(vector))];
    }

    private TokenSequence Sequence(string text)
    {
        List<Token> tokens = tokenizer.Tokenize(prefix + text, config.MaxTokens - 2);
        int[] ids = [tokenizer.ClassifierId, .. tokens.Select(token => token.Id), tokenizer.SeparatorId];
        return new TokenSequence(ids, ids.Length);
    }

    private static float[] Normalize(ReadOnlySpan<float> hidden)
    {
        float[] vector = hidden.ToArray();
        float length = MathF.Sqrt(DotProduct.Of(hidden, hidden));
        for (int i = 0; i < vector.Length; i++) vector[i] /= length;
        return vector;
    }
}
