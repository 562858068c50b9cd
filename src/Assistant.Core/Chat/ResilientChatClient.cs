using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Assistant.Core.Chat;

/// <summary>A chat client with time limits, retry before the first word, and a circuit breaker.</summary>
/// <remarks>
/// Every failure is thrown as a <see cref="GeneratorException"/> inside the total time limit. Once a word has come nothing is
/// tried again: what was written may already be shown. A model that fails again and again is left alone for a while and then
/// costs nothing; each try that fails after such a while doubles the next one. Thread-safe.
/// </remarks>
public sealed class ResilientChatClient : DelegatingChatClient
{
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);
    private const int MaximumDoublings = 4;
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly ChatModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Wraps a client.</summary>
    public ResilientChatClient(IChatClient innerClient, ChatModelOptions options, TimeProvider clock)
        : base(innerClient)
    {
        _options = options;
        _clock = clock;
        _pipeline = Build(options, clock, _circuit);
    }

    /// <summary>Connects to the endpoint of the options; disposing the client closes the connection.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The outer client owns the inner one.")]
    public static ResilientChatClient For(ChatModelOptions options, TimeProvider clock) =>
        new(new OpenAIChatClient(options), options, clock);

    /// <summary>The model is left alone for now.</summary>
    public bool IsCircuitOpen => _circuit.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="GeneratorException">The model failed; thrown while enumerating.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TotalSeconds), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var stream = await OpenAsync([.. messages], options, both.Token, cancellationToken);
        await using var disposable = stream.ConfigureAwait(false);
        do
        {
            yield return stream.Current;
        }
        while (await NextAsync(stream, hasBegun: true, both.Token, cancellationToken));
    }

    private static ResiliencePipeline Build(ChatModelOptions options, TimeProvider clock, CircuitBreakerStateProvider circuit)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder().Handle<GeneratorException>(static failure =>
                    FailureMapping.IsTransient(failure) && !(failure.RetryAfter > LongestWait)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as GeneratorException)?.RetryAfter),
            });
        }

        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8,
            MinimumThroughput = 4,
            SamplingDuration = SamplingDuration,
            BreakDurationGenerator = static arguments => ValueTask.FromResult(BreakDuration * Math.Pow(2, Math.Min(arguments.HalfOpenAttempts, MaximumDoublings))),
            ShouldHandle = new PredicateBuilder().Handle<GeneratorException>(static failure =>
                failure.Failure is GeneratorFailure.Timeout or GeneratorFailure.Unavailable or GeneratorFailure.RateLimited),
            StateProvider = circuit,
        }).Build();
    }

    /// <summary>Opens the stream and waits for its first update; only this part is tried again.</summary>
    private async Task<IAsyncEnumerator<ChatResponseUpdate>> OpenAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken limited, CancellationToken caller)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token => await FirstAsync(messages, options, token, caller), limited);
        }
        catch (Exception exception) when (!caller.IsCancellationRequested && FailureMapping.ToFailure(exception, hasBegun: false) is { } failure)
        {
            throw failure;
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the cancellation; it is returned, or disposed of when it fails.")]
    private async Task<IAsyncEnumerator<ChatResponseUpdate>> FirstAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken limited, CancellationToken caller)
    {
        var first = CancellationTokenSource.CreateLinkedTokenSource(limited);
        using var timer = _clock.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), first, TimeSpan.FromSeconds(_options.FirstTokenSeconds), Timeout.InfiniteTimeSpan);
        var stream = new OwnedStream(InnerClient.GetStreamingResponseAsync(messages, options, first.Token).GetAsyncEnumerator(first.Token), first);
        try
        {
            if (await NextAsync(stream, hasBegun: false, first.Token, caller)) return stream;
            throw new GeneratorException(GeneratorFailure.Empty);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> NextAsync(
        IAsyncEnumerator<ChatResponseUpdate> stream, bool hasBegun, CancellationToken limited, CancellationToken caller)
    {
        try
        {
            return await stream.MoveNextAsync().AsTask().WaitAsync(limited);
        }
        catch (Exception exception) when (!caller.IsCancellationRequested && FailureMapping.ToFailure(exception, hasBegun) is { } failure)
        {
            throw failure;
        }
    }
}
