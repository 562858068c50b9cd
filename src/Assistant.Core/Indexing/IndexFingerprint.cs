namespace Assistant.Core.Indexing;

/// <summary>Everything that decides what an index holds: two programs may share an index only if all parts agree.</summary>
public sealed record IndexFingerprint
{
    /// <summary>Who makes the embeddings, e.g. <c>in-process</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Name of the embedding model.</summary>
    public required string Model { get; init; }

    /// <summary>Length of an embedding, above 0.</summary>
    public required int Dimension { get; init; }

    /// <summary>Hash of the model's weights.</summary>
    public required string WeightsHash { get; init; }

    /// <summary>What is put before a query before it is embedded.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>What is put before a passage before it is embedded.</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Number format the model computes in.</summary>
    public string Arithmetic { get; init; } = "fp32";

    /// <summary>Number format embeddings are stored in.</summary>
    public string VectorStorage { get; init; } = "fp32";

    /// <summary>Version of the cleaning that makes an article's text.</summary>
    public required string Cleaner { get; init; }

    /// <summary>Version of the chunker.</summary>
    public required string Chunker { get; init; }

    /// <summary>Version of the lexical analyser.</summary>
    public string LexicalAnalyzer { get; init; } = Indexing.LexicalAnalyzer.Version;

    /// <summary>All parts by name, in the order of the names; values as text.</summary>
    /// <remarks>The schema, the remaining part, is the file's own <c>user_version</c>.</remarks>
    internal IReadOnlyList<KeyValuePair<string, string>> Parts() =>
    [
        new("arithmetic", Arithmetic),
        new("chunker", Chunker),
        new("cleaner", Cleaner),
        new("dimension", Dimension.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("lexical analyser", LexicalAnalyzer),
        new("model", Model),
        new("passage prefix", PassagePrefix),
        new("provider", Provider),
        new("query prefix", QueryPrefix),
        new("vector storage", VectorStorage),
        new("weights hash", WeightsHash),
    ];
}
