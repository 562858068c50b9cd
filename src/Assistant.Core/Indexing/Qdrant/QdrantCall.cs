namespace Assistant.Core.Indexing.Qdrant;

/// <summary>One call of the server's REST interface. Every call may be repeated: all are idempotent.</summary>
internal sealed record QdrantCall
{
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query, escaped.</summary>
    public required string Path { get; init; }

    /// <summary>What is done, for messages.</summary>
    public required string Operation { get; init; }

    /// <summary>The collection, for messages; null when the call is not on one.</summary>
    public string? Collection { get; init; }

    public ReadOnlyMemory<byte>? Body { get; init; }

    public bool IsWrite { get; init; }

    /// <summary>A read that a write depends on: it waits for a server that is being restarted, where a question would fail.</summary>
    public bool IsPatient { get; init; }

    /// <summary>The caller will make smaller calls of it when it is too large or too slow.</summary>
    public bool CanSplit { get; init; }

    /// <summary>Statuses beside success that the caller deals with.</summary>
    public IReadOnlyList<int> Expected { get; init; } = [];
}
