using System.Text.Json.Serialization;
using Assistant.Api.Problems;
using Assistant.Core.Ingestion;

namespace Assistant.Api.Ingestions;

/// <summary>How far a job has come.</summary>
internal enum IngestionStatus
{
    /// <summary>Waits for the jobs before it.</summary>
    Queued,

    /// <summary>Is being read, embedded and stored.</summary>
    Running,

    /// <summary>Done; see the result.</summary>
    Completed,

    /// <summary>Ended early; see the reason. What was stored stays.</summary>
    Failed,
}

/// <summary>An ingestion, as it is right now.</summary>
internal sealed record IngestionJob
{
    /// <summary>Unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required IngestionStatus Status { get; init; }

    /// <summary>Files with a row.</summary>
    public int FilesDone { get; init; }

    /// <summary>Files found.</summary>
    public int FilesTotal { get; init; }

    /// <summary>Passages embedded so far.</summary>
    public int PassagesEmbedded { get; init; }

    /// <summary>What became of each file; null until it is completed.</summary>
    public IngestionResult? Result { get; init; }

    /// <summary>Why it failed; null unless it did.</summary>
    public string? Reason => Problem?.Detail;

    /// <summary>The same, as the request is told that waits for the job.</summary>
    [JsonIgnore]
    public Problem? Problem { get; init; }
}
