using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

namespace Assistant.Core.Embeddings;

/// <summary>Embeds texts by an OpenAI-compatible endpoint, in batches; queries and passages by their own prefix.</summary>
/// <remarks>
/// Vectors are brought to unit length. A busy, failing or slow endpoint is tried again three times, when it says so after the time
/// that it asks for. Thread-safe.
/// </remarks>
public sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
                .Handle<ClientResultException>(static failure =>
                    failure.Status is 0 or 408 or 429 or >= 500 && !(RetryAfterHeader.Of(failure) > LongestWait)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(RetryAfterHeader.Of(arguments.Outcome.Exception as ClientResultException)),
        })
        .AddTimeout(AttemptLimit)
        .Build();

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
    /// <exception cref="EmbeddingException">The endpoint failed to the end, or gave vectors of another number or length.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Select(text => _prefix + text).Chunk(_options.BatchSize))
        {
            var vectors = await EmbedAsync(batch, cancellationToken);
            if (vectors.Count != batch.Length)
                throw new EmbeddingException($"The embedding endpoint gave {vectors.Count} vectors for {batch.Length} texts.");
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

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            return await Pipeline.ExecuteAsync(async token => await _embed(texts, token), cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutRejectedException or ClientResultException
            or IOException or AggregateException or JsonException or FormatException)
        {
            var endpoint = new Uri(_options.Endpoint!).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
            var failure = exception is ClientResultException { Status: > 0 } refusal
                ? $"answers with status {refusal.Status}" : "cannot be reached, or does not answer in time";
            throw new EmbeddingException(
                $"The embedding endpoint {endpoint} {failure}. Check that it runs, and Embeddings:Endpoint, :Model and :ApiKey.", exception);
        }
    }

    private float[] ToUnitLength(ReadOnlyMemory<float> vector)
    {
        if (vector.Length != _options.Dimension)
        {
            throw new EmbeddingException(
                $"The embedding endpoint gives vectors of length {vector.Length}, not {_options.Dimension}; set Embeddings:Dimension and build a new index.");
        }

        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm<float>(unit);
        if (!(length > 0)) throw new EmbeddingException("The embedding endpoint gave a vector without length.");
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
