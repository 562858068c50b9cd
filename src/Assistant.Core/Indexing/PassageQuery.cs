namespace Assistant.Core.Indexing;

/// <summary>What to look for in an index.</summary>
public sealed record PassageQuery
{
    /// <summary>The query's embedding, [dimension], unit length.</summary>
    public required ReadOnlyMemory<float> Embedding { get; init; }

    /// <summary>The query's text, analysed by the index's own lexical analyser.</summary>
    public required string Text { get; init; }

    /// <summary>Which articles may be searched.</summary>
    public PassageFilter Filter { get; init; } = PassageFilter.None;

    /// <summary>Length of the dense list.</summary>
    public int DenseCount { get; init; } = 50;

    /// <summary>Length of the lexical list.</summary>
    public int LexicalCount { get; init; } = 50;
}
