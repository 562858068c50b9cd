namespace Assistant.Core.Ingestion;

/// <summary>What became of all files of a run.</summary>
public sealed record IngestionResult
{
    /// <summary>New articles.</summary>
    public int Added => Count(IngestionOutcome.Added);

    /// <summary>Articles with a new revision.</summary>
    public int Updated => Count(IngestionOutcome.Updated);

    /// <summary>Articles the index had already.</summary>
    public int Unchanged => Count(IngestionOutcome.Unchanged);

    /// <summary>Articles retired because their file is gone.</summary>
    public int Removed => Count(IngestionOutcome.Removed);

    /// <summary>Files that became no article.</summary>
    public int Refused => Count(IngestionOutcome.Refused);

    /// <summary>Passages embedded.</summary>
    public required int Embedded { get; init; }

    /// <summary>A row for each file, in the order they were found.</summary>
    public required IReadOnlyList<IngestionItem> Items { get; init; }

    private int Count(IngestionOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
