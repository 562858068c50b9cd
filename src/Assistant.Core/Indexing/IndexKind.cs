namespace Assistant.Core.Indexing;

/// <summary>Where the index is kept.</summary>
public enum IndexKind
{
    /// <summary>One SQLite file in the data folder, searched in process.</summary>
    Embedded,

    /// <summary>A Qdrant server or cluster, see <see cref="Qdrant.QdrantOptions"/>.</summary>
    Qdrant,
}
