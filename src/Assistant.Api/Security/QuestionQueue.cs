using System.Threading.RateLimiting;
using Assistant.Api.Problems;
using Assistant.Core.Configuration;

namespace Assistant.Api.Security;

/// <summary>The bounded queue before the models: so many questions at once, so many waiting, the others are turned away.</summary>
/// <remarks>Thread-safe. Who is turned away is told how long the queue will take, by what questions took lately.</remarks>
internal sealed class QuestionQueue : IDisposable
{
    private const double NewestShare = 0.2;
    private const double FirstGuessSeconds = 1;
    private const int MostSeconds = 60;

    private readonly ConcurrencyLimiter _limiter;
    private readonly ApiOptions _options;
    private readonly TimeProvider _clock;
    private double _usualSeconds = FirstGuessSeconds;

    public QuestionQueue(ApiOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.ParallelQuestions,
            QueueLimit = options.QueuedQuestions,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Questions that wait right now.</summary>
    public long Waiting => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>Waits for a turn; dispose of what is returned when the work is done.</summary>
    /// <exception cref="ProblemException">The queue is full.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(1, cancellationToken);
        if (lease.IsAcquired) return new Turn(this, lease);
        lease.Dispose();
        throw new ProblemException(Problem.TooMany("Too many questions are waiting already.", SecondsToWait()));
    }

    public void Dispose() => _limiter.Dispose();

    private int SecondsToWait()
    {
        var seconds = Volatile.Read(ref _usualSeconds) * (_options.QueuedQuestions + 1) / _options.ParallelQuestions;
        return (int)Math.Clamp(Math.Ceiling(seconds), 1, MostSeconds);
    }

    /// <summary>A lost update between two turns does not matter: it is an estimate.</summary>
    private void Learn(double seconds) =>
        Volatile.Write(ref _usualSeconds, ((1 - NewestShare) * Volatile.Read(ref _usualSeconds)) + (NewestShare * seconds));

    private sealed class Turn(QuestionQueue queue, RateLimitLease lease) : IDisposable
    {
        private readonly long _began = queue._clock.GetTimestamp();

        public void Dispose()
        {
            queue.Learn(queue._clock.GetElapsedTime(_began).TotalSeconds);
            lease.Dispose();
        }
    }
}
