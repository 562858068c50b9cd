using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>How the collections are laid out. All but the name counts when they are made or re-indexed.</summary>
public sealed class QdrantCollectionOptions
{
    /// <summary>First part of the collections' names: <c>name-articles</c>, <c>name-passages</c>.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,100}", ErrorMessage = "Qdrant:Collection:Name is 1 to 100 letters, digits, _ and -.")]
    public string Name { get; set; } = "assistant";

    /// <summary>Shards of the passages. With more than one, idf is of each shard: scores differ a little from one machine's.</summary>
    [Range(1, 1024)]
    public int Shards { get; set; } = 1;

    /// <summary>Copies of each shard, on different nodes.</summary>
    [Range(1, 16)]
    public int Replicas { get; set; } = 1;

    /// <summary>Copies that must have taken a write before it counts.</summary>
    [Range(1, 16)]
    public int WriteConsistency { get; set; } = 1;

    /// <summary>Keeps an int8 copy of the vectors in memory for the first pass; the second reads the originals.</summary>
    public bool Quantize { get; set; } = true;

    /// <summary>Leaves the original vectors on disk.</summary>
    public bool VectorsOnDisk { get; set; }

    /// <summary>Breadth of the approximate search: larger finds more and takes longer.</summary>
    [Range(16, 4096)]
    public int SearchBreadth { get; set; } = 256;
}
