using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>A point as the server keeps it; never changed, only replaced.</summary>
internal sealed record StoredPoint(
    PointKey Key,
    JsonElement Payload,
    IReadOnlyDictionary<string, float[]> Dense,
    IReadOnlyDictionary<string, SparseTerms> Sparse,
    ulong Version)
{
    public int ShardOf(int shards) => (int)((uint)Key.GetHashCode() % (uint)shards);
}

/// <summary>A sparse vector.</summary>
internal sealed record SparseTerms(uint[] Indices, float[] Values);
