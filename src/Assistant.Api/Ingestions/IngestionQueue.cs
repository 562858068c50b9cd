using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Assistant.Api.Articles;
using Assistant.Api.Problems;

namespace Assistant.Api.Ingestions;

/// <summary>Ingestions that wait, run or ended lately; they run one after the other.</summary>
/// <remarks>Thread-safe. Ended jobs are remembered as long as they are among the last 1000.</remarks>
internal sealed class IngestionQueue
{
    private const int MaximumWaiting = 200;
    private const int MaximumRemembered = 1000;
    private const int RetryAfterSeconds = 10;

    private readonly ConcurrentDictionary<string, QueuedIngestion> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly Channel<QueuedIngestion> _waiting = Channel.CreateBounded<QueuedIngestion>(MaximumWaiting);

    /// <summary>The jobs to run, in order.</summary>
    public ChannelReader<QueuedIngestion> Waiting => _waiting.Reader;

    /// <summary>Adds a job.</summary>
    /// <exception cref="ProblemException">Too many are waiting already; the upload is deleted.</exception>
    public QueuedIngestion Add(Upload upload)
    {
        var job = new QueuedIngestion(upload, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        if (!_waiting.Writer.TryWrite(job))
        {
            upload.Delete();
            throw new ProblemException(Problem.TooMany("Too many articles are waiting to be ingested.", RetryAfterSeconds));
        }

        _jobs[job.Id] = job;
        _order.Enqueue(job.Id);
        while (_order.Count > MaximumRemembered && _order.TryDequeue(out var oldest)) _jobs.TryRemove(oldest, out _);
        return job;
    }

    /// <summary>A job, or null when it is unknown or long ago.</summary>
    public IngestionJob? Find(string id) => _jobs.TryGetValue(id, out var job) ? job.Now : null;
}
