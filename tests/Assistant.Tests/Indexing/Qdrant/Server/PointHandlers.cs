using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Writes and reads of points.</summary>
internal static class PointHandlers
{
    private const int DefaultPage = 10;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(30);

    public static Reply Upsert(StoredCollection collection, ContractRequest request)
    {
        request.Body.Only("upsert", "points", "update_filter");
        if (!request.Body.Field("points").IsSet()) throw RefusedException.NotModelled("upserts by column");
        var points = PointReader.Read(request.Body.GetProperty("points"), collection);
        var condition = request.Body.Field("update_filter");
        var filter = condition.IsSet() ? new FilterMatcher(condition) : null;
        return Apply(request, () => collection.Upsert(points, filter));
    }

    public static Reply Delete(StoredCollection collection, ContractRequest request)
    {
        var body = request.Body.Only("delete", "points", "filter");
        if (body.Field("points").IsSet())
        {
            var keys = body.Field("points").Items().Select(PointKey.Read).ToHashSet();
            return Apply(request, () => collection.Delete([.. keys.Select(collection.Find).OfType<StoredPoint>()]));
        }

        if (!body.Field("filter").IsSet()) throw new RefusedException(400, "Format error in JSON body: data did not match any variant");
        var filter = new FilterMatcher(body.Field("filter"));
        return Apply(request, () => collection.Delete(collection.Matching(filter)));
    }

    public static Reply Count(StoredCollection collection, JsonElement body)
    {
        var filter = new FilterMatcher(body.Only("count", "filter", "exact").Field("filter"));
        var count = collection.Matching(filter).Count;
        return Reply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        });
    }

    public static Reply Scroll(StoredCollection collection, JsonElement body)
    {
        body.Only("scroll", "filter", "limit", "offset", "with_payload", "with_vector");
        var filter = new FilterMatcher(body.Field("filter"));
        var limit = body.Field("limit").Number(DefaultPage);
        var from = body.Field("offset").IsSet() ? PointKey.Read(body.Field("offset")) : (PointKey?)null;
        var found = collection.Snapshot()
            .Where(point => (from is null || point.Key.CompareTo(from.Value) >= 0) && filter.Matches(point)).Take(limit + 1).ToList();
        var payload = PayloadSelector.Read(body.Field("with_payload"), otherwise: true);
        var vectors = body.Field("with_vector") is { ValueKind: JsonValueKind.True };
        return Reply.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("points");
            foreach (var point in found.Take(limit)) WriteRecord(writer, point, payload, vectors);
            writer.WriteEndArray();
            writer.WritePropertyName("next_page_offset");
            if (found.Count > limit) found[limit].Key.Write(writer);
            else writer.WriteNullValue();
            writer.WriteEndObject();
        });
    }

    public static Reply Retrieve(StoredCollection collection, JsonElement body)
    {
        body.Only("retrieve", "ids", "with_payload", "with_vector");
        var points = body.GetProperty("ids").Items().Select(PointKey.Read).Distinct().Select(collection.Find).OfType<StoredPoint>().ToList();
        var payload = PayloadSelector.Read(body.Field("with_payload"), otherwise: true);
        var vectors = body.Field("with_vector") is { ValueKind: JsonValueKind.True };
        return Reply.Ok(writer =>
        {
            writer.WriteStartArray();
            // In no order that a client may rely on.
            for (var i = points.Count - 1; i >= 0; i--) WriteRecord(writer, points[i], payload, vectors);
            writer.WriteEndArray();
        });
    }

    public static Reply Get(StoredCollection collection, string id)
    {
        var point = collection.Find(PointKey.Parse(id)) ?? throw new RefusedException(404, $"Not found: Point with id {id} does not exists!");
        return Reply.Ok(writer => WriteRecord(writer, point, new PayloadSelector(true, null), withVectors: true));
    }

    public static Reply SearchBatch(StoredCollection collection, JsonElement body)
    {
        var answers = body.Only("batch", "searches").GetProperty("searches").EnumerateArray()
            .Select(search => QueryEngine.Search(search, collection)).ToList();
        return Reply.Ok(writer =>
        {
            writer.WriteStartArray();
            foreach (var answer in answers) answer(writer);
            writer.WriteEndArray();
        });
    }

    public static Reply Updated(ulong operation, string status) => Reply.Ok(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("operation_id", operation);
        writer.WriteString("status", status);
        writer.WriteEndObject();
    });

    private static Reply Apply(ContractRequest request, Func<ulong> write)
    {
        if (request.Waits && request.DelayedStatus is null) return Updated(write(), "completed");
        _ = Task.Run(async () =>
        {
            await Task.Delay(Delay);
            write();
        });
        return Updated(0, request.DelayedStatus ?? "acknowledged");
    }

    private static void WriteRecord(Utf8JsonWriter writer, StoredPoint point, PayloadSelector payload, bool withVectors)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        point.Key.Write(writer);
        payload.Write(writer, point);
        if (withVectors) WriteVectors(writer, point);
        writer.WriteEndObject();
    }

    private static void WriteVectors(Utf8JsonWriter writer, StoredPoint point)
    {
        writer.WriteStartObject("vector");
        foreach (var (name, values) in point.Dense)
        {
            writer.WriteStartArray(name);
            foreach (var value in values) writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        foreach (var (name, terms) in point.Sparse)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, new { indices = terms.Indices, values = terms.Values });
        }

        writer.WriteEndObject();
    }
}
