using System.Numerics.Tensors;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Reads the points of an upsert and checks them as the real server does, before anything is stored.</summary>
internal static class PointReader
{
    public static IReadOnlyList<StoredPoint> Read(JsonElement points, StoredCollection collection) =>
        [.. points.EnumerateArray().Select(point => ReadPoint(point, collection))];

    public static SparseTerms ReadSparse(JsonElement sparse)
    {
        sparse.Only("sparse vector", "indices", "values");
        uint[] indices = [.. sparse.GetProperty("indices").EnumerateArray().Select(static index => index.GetUInt32())];
        var values = sparse.GetProperty("values").Floats();
        if (indices.Length != values.Length || indices.Distinct().Count() != indices.Length)
            throw new RefusedException(422, "Validation error in JSON body: [indices: must be unique and of the same length as values]");
        return new SparseTerms(indices, values);
    }

    private static StoredPoint ReadPoint(JsonElement point, StoredCollection collection)
    {
        point.Only("point", "id", "vector", "payload");
        var key = PointKey.Read(point.Field("id"));
        var dense = new Dictionary<string, float[]>();
        var sparse = new Dictionary<string, SparseTerms>();
        if (!point.TryGetProperty("vector", out var vectors)) throw new RefusedException(400, "Format error in JSON body: missing field `vector`");
        foreach (var vector in vectors.EnumerateObject())
        {
            if (collection.Dense.TryGetValue(vector.Name, out var size)) dense[vector.Name] = Normalised(vector.Value.Floats(), size);
            else if (collection.Sparse.ContainsKey(vector.Name)) sparse[vector.Name] = ReadSparse(vector.Value);
            else throw new RefusedException(400, $"Wrong input: Not existing vector name error: {vector.Name}");
        }

        return new StoredPoint(key, point.Field("payload").IsSet() ? point.Field("payload").Clone() : default, dense, sparse, 0);
    }

    private static float[] Normalised(float[] vector, int size)
    {
        if (vector.Length != size)
            throw new RefusedException(400, $"Wrong input: Vector dimension error: expected dim: {size}, got {vector.Length}");
        var length = TensorPrimitives.Norm(vector);
        if (length > 0) TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
