using System.ComponentModel.DataAnnotations;
using Assistant.Core.Configuration;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>How to reach Qdrant and how to search it.</summary>
public sealed class QdrantOptions : IValidatableObject
{
    /// <summary>REST addresses of the nodes, separated by spaces; the next one is tried when one fails.</summary>
    public string Url { get; set; } = "http://127.0.0.1:6333";

    /// <summary>Key of the server, when it wants one; never sent by plain HTTP to another machine.</summary>
    [Secret]
    [RegularExpression("[!-~]+", ErrorMessage = "Qdrant:ApiKey is one line of ASCII characters without spaces.")]
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

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Nodes() is not []) yield break;
        yield return new ValidationResult(
            "Qdrant:Url is one or more addresses like https://host:6333, separated by spaces, without a path; a key goes to Qdrant:ApiKey.");
    }

    /// <summary>The addresses of the nodes; empty when one of them is none.</summary>
    internal Uri[] Nodes()
    {
        var nodes = Url.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(static url => Uri.TryCreate(url, UriKind.Absolute, out var node) ? node : null).ToList();
        return nodes.TrueForAll(IsNode) ? [.. nodes.OfType<Uri>()] : [];
    }

    private static bool IsNode(Uri? url) => url is { Scheme: "http" or "https", UserInfo: "", PathAndQuery: "/", Fragment: "" };
}
