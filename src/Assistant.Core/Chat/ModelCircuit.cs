using Polly;
using Polly.CircuitBreaker;

namespace Assistant.Core.Chat;

/// <summary>Leaves a model alone for a while that fails again and again, before its first word or after it.</summary>
/// <remarks>Each try that fails after such a while doubles the next one. Thread-safe.</remarks>
internal sealed class ModelCircuit
{
    private const double FailureRatio = 0.5;
    private const int LeastCalls = 4;
    private const int MaximumDoublings = 4;
    private static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SamplingDuration = TimeSpan.FromMinutes(2);

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline _breaker;

    /// <summary>Creates a closed circuit.</summary>
    public ModelCircuit(TimeProvider clock) => _breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = LeastCalls,
            SamplingDuration = SamplingDuration,
            BreakDurationGenerator = static arguments => ValueTask.FromResult(BreakDuration * Math.Pow(2, Math.Min(arguments.HalfOpenAttempts, MaximumDoublings))),
            ShouldHandle = new PredicateBuilder().Handle<GeneratorException>(static failure => failure.Failure is not GeneratorFailure.ContextTooLong),
            StateProvider = _state,
        }).Build();

    /// <summary>The model is left alone for now.</summary>
    public bool IsOpen => _state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Begins a call.</summary>
    /// <returns>The call; one whose end nobody tells counts for nothing.</returns>
    /// <exception cref="BrokenCircuitException">The model is left alone.</exception>
    public async Task<Call> EnterAsync()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counted = _breaker.ExecuteAsync(async _ =>
        {
            begun.SetResult();
            await ended.Task;
        }).AsTask();
        await await Task.WhenAny(counted, begun.Task);
        return new Call(ended, counted);
    }

    /// <summary>A call under way.</summary>
    public sealed class Call(TaskCompletionSource ended, Task counted)
    {
        /// <summary>The model did what it should.</summary>
        public async Task SucceedAsync()
        {
            if (ended.TrySetResult()) await counted;
        }

        /// <summary>The model failed.</summary>
        public async Task FailAsync(GeneratorException failure)
        {
            if (ended.TrySetException(failure)) await counted.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
