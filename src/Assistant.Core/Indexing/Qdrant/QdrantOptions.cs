using System.ComponentModel.DataAnnotations;
using Assistant.Core.Configuration;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>How to reach Qdrant and how to search it.</summary>
public sealed class QdrantOptions
{
    /// <summary>REST addresses of the nodes, separated by spaces; the next one is tried when one fails.</summary>
    [RegularExpression(
        @"\s*https?://[^\s@/]+/?(\s+https?://[^\s@/]+/?)*\s*",
        ErrorMessage = "Qdrant:Url is one or more addresses like https://host:6333, separated by spaces; without a path, and a key goes to Qdrant:ApiKey.")]
    public string Url { get; set; } = "http://127.0.0.1:6333";

    /// <summary>Key of the server, when it wants one; never sent by plain HTTP to another machine.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Allows the key to be sent by plain HTTP to another machine: for private networks only.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Searches without approximation: slower, and the same results as the embedded index.</summary>
    public bool Exact { get; set; }

    /// <summary>Longest wait for one answer of the server, in seconds.</summary>
    [Range(0.1, 300)]
    public double AttemptSeconds { get; set; } = 15;

    /// <summary>Longest time for a read with all its repetitions, in seconds.</summary>
    [Range(0.1, 600)]
    public double ReadSeconds { get; set; } = 30;

    /// <summary>The same for a write, and for a read that a write depends on; outlasts a restart of the server.</summary>
    [Range(0.1, 3600)]
    public double WriteSeconds { get; set; } = 120;

    /// <summary>The collections; most of it counts when they are made.</summary>
    public QdrantCollectionOptions Collection { get; set; } = new();
}
