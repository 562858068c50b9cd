using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The bodies that make the two collections, and what is checked when they are there.</summary>
internal static class QdrantSchema
{
    public const string Dense = "dense";
    public const string Lexical = "bm25";
    private const string Cosine = "Cosine";
    private const string Idf = "idf";
    private const string Keyword = "keyword";
    private const string Integer = "integer";
    private const string Bool = "bool";
    private const int LinksPerVector = 16;
    private const int BuildBreadth = 128;
    private const double Quantile = 0.99;

    /// <summary>The layout's version, kept in the collection's metadata.</summary>
    private const string Version = "1";

    private const string VersionPart = "schema";

    /// <summary>Fields of the passages that a filter may name, with their types.</summary>
    public static IReadOnlyList<(string Field, string Type)> PassageFields { get; } =
    [
        ("article_id", Keyword), ("revision", Keyword), ("source_folded", Keyword), ("language_folded", Keyword),
        ("published_seconds", Integer), ("published_ticks", Integer),
    ];

    /// <summary>The same of the articles.</summary>
    public static IReadOnlyList<(string Field, string Type)> ArticleFields { get; } =
    [
        ("kind", Keyword), ("article_id", Keyword), ("revision", Keyword), ("source_folded", Keyword), ("language_folded", Keyword),
        ("is_active", Bool), ("is_dated", Bool), ("version", Integer), ("is_writing", Bool),
    ];

    public static JsonObject Passages(QdrantCollectionOptions options, QdrantVersion version, IndexFingerprint fingerprint)
    {
        var dense = new JsonObject
        {
            ["size"] = fingerprint.Dimension,
            ["distance"] = Cosine,
            ["hnsw_config"] = new JsonObject { ["m"] = LinksPerVector, ["ef_construct"] = BuildBreadth },
        };
        Place(dense, version, isOnDisk: options.VectorsOnDisk);
        if (options.Quantize) dense["quantization_config"] = Quantization(version);
        return new JsonObject
        {
            ["vectors"] = new JsonObject { [Dense] = dense },
            ["sparse_vectors"] = new JsonObject { [Lexical] = new JsonObject { ["modifier"] = Idf } },
            ["shard_number"] = options.Shards,
            ["replication_factor"] = options.Replicas,
            ["write_consistency_factor"] = options.WriteConsistency,
            ["metadata"] = Metadata(fingerprint),
        };
    }

    public static JsonObject Articles(QdrantCollectionOptions options, IndexFingerprint fingerprint) => new()
    {
        ["vectors"] = new JsonObject(),
        ["shard_number"] = options.Shards,
        ["replication_factor"] = options.Replicas,
        ["write_consistency_factor"] = options.WriteConsistency,
        ["metadata"] = Metadata(fingerprint),
    };

    /// <summary>Refuses a collection that holds something else, or was made by another model.</summary>
    /// <exception cref="IndexException">It differs; nothing was changed.</exception>
    public static void Check(string collection, CollectionDescription found, IndexFingerprint fingerprint, bool hasVectors)
    {
        if (hasVectors) CheckVectors(collection, found.Config.Params, fingerprint);
        if (found.Config.Metadata is not { Count: > 0 } metadata || !metadata.ContainsKey(VersionPart))
        {
            throw new IndexException(
                IndexFailure.NotAnIndex,
                $"The Qdrant collection '{collection}' is not an index of this program; it was left as it is. "
                + "Choose another Qdrant:Collection:Name.");
        }

        var differing = Parts(fingerprint)
            .Select(part => (part.Key, Wanted: part.Value, Found: Text(metadata, part.Key)))
            .Where(static part => part.Wanted != part.Found)
            .Select(static part => $"{part.Key} (index: '{part.Found}', this program: '{part.Wanted}')")
            .ToList();
        if (differing.Count == 0) return;
        throw new IndexException(
            IndexFailure.FingerprintMismatch,
            $"The Qdrant collection '{collection}' was built otherwise: {string.Join(", ", differing)}. The two cannot be mixed. Use the "
            + "version and the settings that built it, or choose another Qdrant:Collection:Name and ingest the articles again.");
    }

    // What the server did not understand it has left out in silence: so it is read back.
    private static void CheckVectors(string collection, JsonElement parameters, IndexFingerprint fingerprint)
    {
        var isRight = TryGet(parameters, out var dense, "vectors", Dense)
            && TryGet(dense, out var size, "size") && size.GetInt32() == fingerprint.Dimension
            && TryGet(dense, out var distance, "distance") && distance.GetString() == Cosine
            && TryGet(parameters, out var modifier, "sparse_vectors", Lexical, "modifier") && modifier.GetString() == Idf;
        if (isRight) return;
        throw new IndexException(
            IndexFailure.NotAnIndex,
            $"The Qdrant collection '{collection}' has other vectors than this program's: it needs '{Dense}' of "
            + $"{fingerprint.Dimension} values by cosine and '{Lexical}' with idf. Choose another Qdrant:Collection:Name.");
    }

    private static bool TryGet(JsonElement element, out JsonElement found, params ReadOnlySpan<string> path)
    {
        found = element;
        foreach (var name in path)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found)) return false;
        }

        return true;
    }

    private static string? Text(Dictionary<string, JsonElement> metadata, string part) =>
        metadata.TryGetValue(part, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonObject Metadata(IndexFingerprint fingerprint) =>
        new(Parts(fingerprint).Select(static part => KeyValuePair.Create<string, JsonNode?>(part.Key, part.Value)));

    private static IEnumerable<KeyValuePair<string, string>> Parts(IndexFingerprint fingerprint) =>
        fingerprint.Parts().Append(new(VersionPart, Version));

    private static void Place(JsonObject vectors, QdrantVersion version, bool isOnDisk)
    {
        if (!isOnDisk) return;
        if (version.HasMemoryPlacement) vectors["memory"] = "cold";
        else vectors["on_disk"] = true;
    }

    private static JsonObject Quantization(QdrantVersion version)
    {
        var scalar = new JsonObject { ["type"] = "int8", ["quantile"] = Quantile };
        if (version.HasMemoryPlacement) scalar["memory"] = "pinned";
        else scalar["always_ram"] = true;
        return new JsonObject { ["scalar"] = scalar };
    }

    /// <summary>The name of the n-th collection of passages.</summary>
    public static string Numbered(string alias, int number) => string.Create(CultureInfo.InvariantCulture, $"{alias}-{number}");
}
