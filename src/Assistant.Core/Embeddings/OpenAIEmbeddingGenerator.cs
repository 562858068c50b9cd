using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
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
/// Vectors are brought to unit length. A busy, failing or slow endpoint is tried again up to three times, when it says so after the
/// time that it asks for, but never longer than <see cref="EmbeddingOptions.TotalSeconds"/>. Thread-safe.
/// </remarks>
public sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>2,048 vectors of 16,384 numbers in base64 have 180 MB.</summary>
    private const long MostBytes = 256L << 20;

    private readonly Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> _embed;
    private readonly string _prefix;
    private readonly EmbeddingOptions _options;
    private readonly ResiliencePipeline _pipeline;

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
        _pipeline = Build(TimeSpan.FromSeconds(options.TotalSeconds));
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

    private static ResiliencePipeline Build(TimeSpan total) => new ResiliencePipelineBuilder()
        .AddTimeout(total)
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>()
                .Handle<ClientResultException>(failure =>
                    failure.Status is 0 or 408 or 429 or >= 500 && !(RetryAfterHeader.Of(failure) > total / 2)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(RetryAfterHeader.Of(arguments.Outcome.Exception as ClientResultException)),
        })
        .AddTimeout(total / 2)
        .Build();

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(string[] texts, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await _embed(texts, token), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What the endpoint said stays out of it: it may repeat the key.
            throw new EmbeddingException(
                $"The embedding endpoint {Endpoint} {Describe(exception)}. Check that it runs, and Embeddings:Endpoint, :Model and :ApiKey.",
                exception is ClientResultException or AggregateException ? null : exception);
        }
    }

    private string Endpoint => new Uri(_options.Endpoint!).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static string Describe(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } refusal => $"answers with status {refusal.Status}",
        HttpRequestException or TimeoutRejectedException or IOException or AggregateException or ClientResultException => "cannot be reached, or does not answer in time",
        _ => "gives no list of vectors",
    };

    private float[] ToUnitLength(ReadOnlyMemory<float> vector)
    {
        if (vector.Length != _options.Dimension)
        {
            throw new EmbeddingException(
                $"The embedding endpoint gives vectors of length {vector.Length}, not {_options.Dimension}; set Embeddings:Dimension and build a new index.");
        }

        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm<float>(unit);
        if (!(length > 0 && float.IsFinite(length))) throw new EmbeddingException("The embedding endpoint gave a vector without length, or one that is too long to measure.");
        TensorPrimitives.Divide(unit, length, unit);
        return unit;
    }

    private static Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> Connect(EmbeddingOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint)) throw new ArgumentException("Embeddings:Endpoint is not set.", nameof(options));
        var client = new EmbeddingClient(
            options.Model,
            new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? "none" : options.ApiKey),
            new OpenAIClientOptions { Endpoint = new Uri(options.Endpoint), RetryPolicy = new ClientRetryPolicy(0), Transport = EndpointTransport.Limited(MostBytes) });
        return async (texts, cancellationToken) =>
            [.. (await client.GenerateEmbeddingsAsync(texts, null, cancellationToken)).Value.OrderBy(static item => item.Index).Select(static item => item.ToFloats())];
    }
}
