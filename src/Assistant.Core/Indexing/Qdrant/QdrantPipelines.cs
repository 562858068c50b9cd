using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>How reads and writes are repeated: both share one circuit breaker.</summary>
/// <remarks>
/// A question fails at once while the circuit is open; a write waits for it to close, so that a restart of the server does not
/// end an ingestion. Waits have jitter and follow Retry-After when the server states it.
/// </remarks>
internal sealed class QdrantPipelines
{
    private const int ReadRetries = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(3);

    public QdrantPipelines(QdrantOptions options, TimeProvider time)
    {
        var breaker = CreateBreaker(time);
        Reads = Create(TimeSpan.FromSeconds(options.ReadSeconds), ReadRetries, waitsForCircuit: false, breaker, time);
        PatientReads = Create(TimeSpan.FromSeconds(options.WriteSeconds), int.MaxValue, waitsForCircuit: true, breaker, time);
        Writes = Create(TimeSpan.FromSeconds(options.WriteSeconds), int.MaxValue, waitsForCircuit: true, breaker, time);
    }

    private ResiliencePipeline<QdrantReply> Reads { get; }

    private ResiliencePipeline<QdrantReply> PatientReads { get; }

    private ResiliencePipeline<QdrantReply> Writes { get; }

    public ResiliencePipeline<QdrantReply> For(QdrantCall call) => call switch
    {
        { IsWrite: true } => Writes,
        { IsPatient: true } => PatientReads,
        _ => Reads,
    };

    private static ResiliencePipeline<QdrantReply> CreateBreaker(TimeProvider time) =>
        new ResiliencePipelineBuilder<QdrantReply> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<QdrantReply>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(20),
                BreakDuration = BreakDuration,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Result is { IsTransient: true } reply && reply.Status != (int)HttpStatusCode.TooManyRequests),
            })
            .Build();

    private static ResiliencePipeline<QdrantReply> Create(
        TimeSpan total, int retries, bool waitsForCircuit, ResiliencePipeline<QdrantReply> breaker, TimeProvider time) =>
        new ResiliencePipelineBuilder<QdrantReply> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = total })
            .AddRetry(new RetryStrategyOptions<QdrantReply>
            {
                MaxRetryAttempts = retries,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: BrokenCircuitException } => waitsForCircuit,
                    { Result: { IsTransient: true, IsFinal: false } reply } => !(reply.RetryAfter > total),
                    _ => false,
                }),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Result.RetryAfter: { } wait } when wait >= TimeSpan.Zero => wait,
                    { Exception: BrokenCircuitException } => BreakDuration,
                    _ => (TimeSpan?)null,
                }),
            })
            .AddPipeline(breaker)
            .Build();
}
