namespace Assistant.Core.Indexing;

/// <summary>Which index is used.</summary>
public sealed class IndexOptions
{
    /// <summary>Where the index is kept. Indexes of single folders (<c>ask --articles</c>) are always embedded.</summary>
    public IndexKind Kind { get; set; } = IndexKind.Embedded;
}
