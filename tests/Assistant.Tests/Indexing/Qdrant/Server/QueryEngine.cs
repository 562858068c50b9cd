using System.Numerics.Tensors;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Answers one search: a nearest query on a named dense or sparse vector.</summary>
internal static class QueryEngine
{
    private const int DefaultLimit = 10;

    public static Action<Utf8JsonWriter> Search(JsonElement request, StoredCollection collection)
    {
        request.Only("query", "query", "using", "filter", "params", "limit", "offset", "with_payload", "with_vector", "score_threshold");
        if (request.Field("params").IsSet()) request.Field("params").Only("params", "hnsw_ef", "exact", "quantization");
        var query = request.Field("query");
        var found = query.ValueKind switch
        {
            JsonValueKind.Array => Dense(query.Floats(), request, collection),
            JsonValueKind.Object when query.Field("indices").IsSet() =>
                collection.ScoreSparse(Name(request, collection.Sparse.Keys), PointReader.ReadSparse(query), new FilterMatcher(request.Field("filter"))),
            _ => throw RefusedException.NotModelled("this kind of query"),
        };
        var threshold = request.Field("score_threshold").IsSet() ? request.Field("score_threshold").GetSingle() : float.NegativeInfinity;
        // Ties are in no order that a client may rely on: here against the order of the ids.
        var page = found.Where(one => one.Score > threshold)
            .OrderByDescending(static one => one.Score).ThenByDescending(static one => one.Point.Key)
            .Skip(request.Field("offset").Number(0)).Take(request.Field("limit").Number(DefaultLimit)).ToList();
        var payload = PayloadSelector.Read(request.Field("with_payload"), otherwise: false);
        return writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("points");
            foreach (var (point, score) in page)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("id");
                point.Key.Write(writer);
                writer.WriteNumber("version", point.Version);
                writer.WriteNumber("score", score);
                payload.Write(writer, point);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        };
    }

    private static IReadOnlyList<(StoredPoint Point, float Score)> Dense(float[] query, JsonElement request, StoredCollection collection)
    {
        var name = Name(request, collection.Dense.Keys);
        if (query.Length != collection.Dense[name])
            throw new RefusedException(400, $"Wrong input: Vector dimension error: expected dim: {collection.Dense[name]}, got {query.Length}");
        var length = TensorPrimitives.Norm(query);
        if (length > 0) TensorPrimitives.Divide(query, length, query);
        var filter = new FilterMatcher(request.Field("filter"));
        return
        [
            .. collection.Matching(filter).Where(point => point.Dense.ContainsKey(name))
                .Select(point => (point, TensorPrimitives.Dot(query, point.Dense[name]))),
        ];
    }

    private static string Name(JsonElement request, IReadOnlyCollection<string> known)
    {
        var name = request.Field("using").IsSet() ? request.Field("using").GetString()! : string.Empty;
        return known.Contains(name) ? name : throw new RefusedException(400, $"Wrong input: Not existing vector name error: {name}");
    }
}
