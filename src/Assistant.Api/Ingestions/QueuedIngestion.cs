using Assistant.Api.Articles;
using Assistant.Api.Problems;
using Assistant.Core.Ingestion;

namespace Assistant.Api.Ingestions;

/// <summary>An upload on its way into the index.</summary>
/// <remarks>Thread-safe: one writer, any readers.</remarks>
internal sealed class QueuedIngestion(Upload upload, string id) : IProgress<IngestionProgress>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IngestionJob _now = new() { Id = id, Status = IngestionStatus.Queued };

    /// <summary>The job's id.</summary>
    public string Id => id;

    /// <summary>What is ingested.</summary>
    public Upload Upload => upload;

    /// <summary>How the job stands.</summary>
    public IngestionJob Now => _now;

    /// <summary>Ends when the job does, well or not.</summary>
    public Task Ended => _ended.Task;

    /// <inheritdoc/>
    public void Report(IngestionProgress value) => _now = _now with
    {
        Status = IngestionStatus.Running,
        FilesDone = value.FilesDone,
        FilesTotal = value.FilesTotal,
        PassagesEmbedded = value.PassagesEmbedded,
    };

    /// <summary>Says that the job began.</summary>
    public void Begin() => _now = _now with { Status = IngestionStatus.Running };

    /// <summary>Says that the job ended well.</summary>
    public void Complete(IngestionResult result)
    {
        _now = _now with { Status = IngestionStatus.Completed, PassagesEmbedded = result.Embedded, Result = result };
        _ended.TrySetResult();
    }

    /// <summary>Says that the job ended early.</summary>
    public void Fail(Problem problem)
    {
        _now = _now with { Status = IngestionStatus.Failed, Problem = problem };
        _ended.TrySetResult();
    }
}
