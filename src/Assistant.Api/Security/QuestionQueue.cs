using System.Threading.RateLimiting;
using Assistant.Api.Problems;
using Assistant.Core.Configuration;

namespace Assistant.Api.Security;

/// <summary>The bounded queue before the models: so many questions at once, so many waiting, the others are turned away.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class QuestionQueue(ApiOptions options) : IDisposable
{
    private const int RetryAfterSeconds = 2;

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ParallelQuestions,
        QueueLimit = options.QueuedQuestions,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn; dispose of what is returned when the work is done.</summary>
    /// <exception cref="ProblemException">The queue is full.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(1, cancellationToken);
        if (lease.IsAcquired) return lease;
        lease.Dispose();
        throw new ProblemException(Problem.TooMany("Too many questions are waiting already.", RetryAfterSeconds));
    }

    public void Dispose() => _limiter.Dispose();
}
