using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Retrieval;

/// <summary>How many passages are looked at, and how the two lists are merged.</summary>
public sealed class RetrievalOptions
{
    /// <summary>Length of the dense list.</summary>
    [Range(1, 1000)]
    public int DenseCount { get; set; } = 50;

    /// <summary>Length of the lexical list.</summary>
    [Range(0, 1000)]
    public int LexicalCount { get; set; } = 50;

    /// <summary>Share of the dense score in the fused score; the lexical score has the rest.</summary>
    [Range(0.0, 1.0)]
    public double DenseWeight { get; set; } = 0.7;

    /// <summary>How many fused passages the reader reads.</summary>
    [Range(1, 100)]
    public int ReaderCount { get; set; } = 12;
}
