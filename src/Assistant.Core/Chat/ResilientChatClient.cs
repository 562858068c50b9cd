using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace Assistant.Core.Chat;

/// <summary>A chat client with time limits, retry before the first word, and a circuit breaker.</summary>
/// <remarks>
/// Every failure is thrown as a <see cref="GeneratorException"/> inside the total time limit. Once a word has come nothing is
/// tried again: what was written may already be shown. A model that fails again and again is left alone for a while and then
/// costs nothing. Thread-safe.
/// </remarks>
public sealed class ResilientChatClient : DelegatingChatClient
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>Of the whole time for an answer, so that this limit, which tells the model's fault, ends before the answer's own.</summary>
    private const double ShareOfTotal = 0.98;

    private readonly ChatModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly ModelCircuit _circuit;
    private readonly ResiliencePipeline _retry;

    /// <summary>Wraps a client.</summary>
    public ResilientChatClient(IChatClient innerClient, ChatModelOptions options, TimeProvider clock)
        : base(innerClient)
    {
        _options = options;
        _clock = clock;
        _circuit = new ModelCircuit(clock);
        _retry = Build(options, clock);
    }

    /// <summary>Connects to the endpoint of the options; disposing the client closes the connection.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The outer client owns the inner one.")]
    public static ResilientChatClient For(ChatModelOptions options, TimeProvider clock) =>
        new(new OpenAIChatClient(options), options, clock);

    /// <summary>The model is left alone for now.</summary>
    public bool IsCircuitOpen => _circuit.IsOpen;

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
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TotalSeconds * ShareOfTotal), _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var stream = await OpenAsync([.. messages], options, both.Token, cancellationToken);
        await using var disposable = stream.ConfigureAwait(false);
        do
        {
            yield return stream.Current;
        }
        while (await NextAsync(stream, hasBegun: true, both.Token, cancellationToken));
    }

    private static ResiliencePipeline Build(ChatModelOptions options, TimeProvider clock)
    {
        if (options.MaxRetries == 0) return ResiliencePipeline.Empty;
        var longest = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, options.TotalSeconds / 2));
        return new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<GeneratorException>(failure => FailureMapping.IsTransient(failure) && !(failure.RetryAfter > longest)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as GeneratorException)?.RetryAfter),
        }).Build();
    }

    /// <summary>Opens the stream and waits for its first update; only this part is tried again.</summary>
    private async Task<OwnedStream> OpenAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken limited, CancellationToken caller)
    {
        try
        {
            return await _retry.ExecuteAsync(
                async token => await FirstAsync(messages, options, token, caller), limited);
        }
        catch (Exception exception) when (exception is not GeneratorException && !caller.IsCancellationRequested)
        {
            throw FailureMapping.ToFailure(exception, hasBegun: false);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the cancellation; it is returned, or disposed of when it fails.")]
    private async Task<OwnedStream> FirstAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken limited, CancellationToken caller)
    {
        var call = await _circuit.EnterAsync();
        var first = CancellationTokenSource.CreateLinkedTokenSource(limited);
        using var timer = _clock.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), first, TimeSpan.FromSeconds(_options.FirstTokenSeconds), Timeout.InfiniteTimeSpan);
        var stream = new OwnedStream(InnerClient.GetStreamingResponseAsync(messages, options, first.Token).GetAsyncEnumerator(first.Token), first, call);
        try
        {
            if (await NextAsync(stream, hasBegun: false, first.Token, caller)) return stream;
            var empty = new GeneratorException(GeneratorFailure.Empty);
            await stream.FailAsync(empty);
            throw empty;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> NextAsync(OwnedStream stream, bool hasBegun, CancellationToken limited, CancellationToken caller)
    {
        try
        {
            return await stream.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(_options.FirstTokenSeconds), _clock, limited);
        }
        catch (Exception exception) when (!caller.IsCancellationRequested)
        {
            var failure = FailureMapping.ToFailure(exception, hasBegun);
            await stream.FailAsync(failure);
            throw failure;
        }
    }
}
