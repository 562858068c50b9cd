using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using Polly;
using Polly.Retry;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace Assistant.Core.Embeddings;

/// <summary>Embeds texts by an OpenAI-compatible endpoint, in batches; queries and passages by their own prefix.</summary>
/// <remarks>Vectors are brought to unit length. A busy or failing endpoint is tried again three times. Thread-safe.</remarks>
public sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromMilliseconds(500),
        BackoffType = DelayBackoffType.Exponential,
        ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>()
            .Handle<ClientResultException>(static failure => failure.Status is 0 or 408 or 429 or >= 500),
    }).Build();

    private readonly Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> _embed;
    private readonly string _prefix;
    private readonly EmbeddingOptions _options;

    /// <summary>Creates a generator for texts of one side.</summary>
    /// <param name="options">The endpoint; <see cref="EmbeddingOptions.Endpoint"/> is set.</param>
    /// <param name="prefix">Put before each text.</param>
    public OpenAIEmbeddingGenerator(EmbeddingOptions options, string prefix)
        : this(options, prefix, Connect(options))
    {
    }

    internal OpenAIEmbeddingGenerator(
        EmbeddingOptions options, string prefix, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> embed)
    {
        _options = options;
        _prefix = prefix;
        _embed = embed;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The endpoint gave another number of vectors, or vectors of another length.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Select(text => _prefix + text).Chunk(_options.BatchSize))
        {
            var vectors = await Retry.ExecuteAsync(async token => await _embed(batch, token), cancellationToken);
            if (vectors.Count != batch.Length)
                throw new InvalidDataException($"The embedding endpoint gave {vectors.Count} vectors for {batch.Length} texts.");
            embeddings.AddRange(vectors.Select(vector => new Embedding<float>(ToUnitLength(vector))));
        }

        return embeddings;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client owns nothing that must be released.
    }

    private float[] ToUnitLength(ReadOnlyMemory<float> vector)
    {
        if (vector.Length != _options.Dimension)
        {
            throw new InvalidDataException(
                $"The embedding endpoint gives vectors of length {vector.Length}, not {_options.Dimension}; set Embeddings:Dimension and build a new index.");
        }

        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm<float>(unit);
        if (!(length > 0)) throw new InvalidDataException("The embedding endpoint gave a vector without length.");
        TensorPrimitives.Divide(unit, length, unit);
        return unit;
    }

    private static Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> Connect(EmbeddingOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint)) throw new ArgumentException("Embeddings:Endpoint is not set.", nameof(options));
        var client = new EmbeddingClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? "none" : options.ApiKey),
            new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint), RetryPolicy = new ClientRetryPolicy(0) });
        return async (texts, cancellationToken) =>
            [.. (await client.GenerateEmbeddingsAsync(texts, null, cancellationToken)).Value.OrderBy(static item => item.Index).Select(static item => item.ToFloats())];
    }
}
