namespace Assistant.Core.Indexing.Qdrant;

/// <summary>A point to write.</summary>
internal sealed record Point<TPayload>(Guid Id, PointVectors Vector, TPayload Payload);

/// <summary>The vectors of a point; none in a collection without vectors.</summary>
internal sealed record PointVectors
{
    public static PointVectors None { get; } = new();

    public ReadOnlyMemory<float>? Dense { get; init; }

    public SparseVector? Bm25 { get; init; }
}

/// <summary>A sparse vector.</summary>
/// <param name="Indices">Term ids, no two the same.</param>
/// <param name="Values">Their weights.</param>
internal sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values);

/// <summary>One search of a batch.</summary>
internal sealed record SearchRequest
{
    /// <summary>A <see cref="ReadOnlyMemory{T}"/> of float, or a <see cref="SparseVector"/>.</summary>
    public required object Query { get; init; }

    public required string Using { get; init; }

    public PointFilter? Filter { get; init; }

    public SearchParams? Params { get; init; }

    public required int Limit { get; init; }

    /// <summary>True, false, or the names of the fields.</summary>
    public required object WithPayload { get; init; }
}

/// <summary>How a dense search is made.</summary>
internal sealed record SearchParams
{
    public int? HnswEf { get; init; }

    public bool? Exact { get; init; }

    public QuantizationParams? Quantization { get; init; }
}

/// <summary>How the quantised copy is used.</summary>
internal sealed record QuantizationParams(bool Rescore, double Oversampling);

internal sealed record SearchBatch(IReadOnlyList<SearchRequest> Searches);

internal sealed record DeleteRequest(PointFilter Filter);

internal sealed record CountRequest(PointFilter? Filter, bool Exact);

internal sealed record RetrieveRequest(IReadOnlyList<Guid> Ids, object WithPayload, bool WithVector);

internal sealed record ScrollRequest(PointFilter? Filter, int Limit, Guid? Offset, object WithPayload, bool WithVector);

internal sealed record ConditionalUpsert<TPayload>(IReadOnlyList<Point<TPayload>> Points, PointFilter UpdateFilter);

internal sealed record AliasChanges(IReadOnlyList<AliasChange> Actions);

internal sealed record AliasChange(AliasTarget CreateAlias);

internal sealed record AliasTarget(string AliasName, string CollectionName);

internal sealed record FieldIndexRequest(string FieldName, string FieldSchema);
