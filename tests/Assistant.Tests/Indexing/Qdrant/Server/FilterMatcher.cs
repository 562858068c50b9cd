using System.Globalization;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Decides whether a point fulfils a filter. An empty filter is fulfilled by every point.</summary>
internal sealed class FilterMatcher
{
    private readonly Func<StoredPoint, bool> _matches;

    public FilterMatcher(JsonElement filter)
    {
        _matches = Compile(filter);
        var ids = filter.Field("must").Items().Select(static condition => condition.Field("has_id")).FirstOrDefault(static one => one.IsSet());
        if (ids.IsSet()) Ids = [.. ids.Items().Select(PointKey.Read).Distinct()];
    }

    /// <summary>The only ids that can match; null when any can.</summary>
    public IReadOnlyList<PointKey>? Ids { get; }

    public bool Matches(StoredPoint point) => _matches(point);

    private static Func<StoredPoint, bool> Compile(JsonElement filter)
    {
        if (!filter.IsSet()) return static _ => true;
        // The one place where the real server refuses unknown fields, too.
        foreach (var property in filter.EnumerateObject())
        {
            if (property.Name == "min_should") throw RefusedException.NotModelled("min_should");
            if (property.Name is not ("must" or "should" or "must_not"))
                throw new RefusedException(400, $"Format error in JSON body: unknown field `{property.Name}`");
        }

        var must = filter.Field("must").Items().Select(CompileCondition).ToArray();
        var should = filter.Field("should").Items().Select(CompileCondition).ToArray();
        var mustNot = filter.Field("must_not").Items().Select(CompileCondition).ToArray();
        return point => Array.TrueForAll(must, one => one(point))
            && (should.Length == 0 || Array.Exists(should, one => one(point)))
            && !Array.Exists(mustNot, one => one(point));
    }

    private static Func<StoredPoint, bool> CompileCondition(JsonElement condition)
    {
        if (condition.Field("key").IsSet()) return CompileField(condition.Only("condition", "key", "match", "range"));
        if (condition.Field("has_id").IsSet())
        {
            var ids = condition.Only("condition", "has_id").Field("has_id").Items().Select(PointKey.Read).ToHashSet();
            return point => ids.Contains(point.Key);
        }

        if (condition.Field("has_vector").IsSet())
        {
            var name = condition.Field("has_vector").GetString()!;
            return point => point.Dense.ContainsKey(name) || point.Sparse.ContainsKey(name);
        }

        if (condition.Field("is_empty").IsSet())
        {
            var key = condition.Field("is_empty").Field("key").GetString()!;
            return point => Values(point, key).All(static value => value.ValueKind == JsonValueKind.Null);
        }

        return Compile(condition);
    }

    private static Func<StoredPoint, bool> CompileField(JsonElement condition)
    {
        var key = condition.GetProperty("key").GetString()!;
        if (condition.Field("match").IsSet())
        {
            var match = CompileMatch(condition.Field("match").Only("match", "value", "any", "except"));
            return point => Values(point, key).Any(match);
        }

        if (condition.Field("range").IsSet())
        {
            var range = CompileRange(condition.Field("range").Only("range", "gt", "gte", "lt", "lte"));
            return point => Values(point, key).Any(range);
        }

        throw new RefusedException(422, "Validation error in JSON body: [condition: at least one field condition must be specified]");
    }

    private static Func<JsonElement, bool> CompileMatch(JsonElement match)
    {
        if (match.Field("value").IsSet())
        {
            var wanted = match.Field("value");
            if (wanted.ValueKind == JsonValueKind.Number && !wanted.TryGetInt64(out _))
                throw new RefusedException(400, "Format error in JSON body: match.value takes no floats");
            return value => Same(value, wanted);
        }

        var isAny = match.Field("any").IsSet();
        var texts = match.Field(isAny ? "any" : "except").Items().ToArray();
        return value => Array.Exists(texts, text => Same(value, text)) == isAny;
    }

    private static bool Same(JsonElement left, JsonElement right) =>
        left.ValueKind == right.ValueKind && left.ValueKind switch
        {
            JsonValueKind.String => left.GetString() == right.GetString(),
            JsonValueKind.Number => left.TryGetInt64(out var a) && right.TryGetInt64(out var b) && a == b,
            _ => true,
        };

    // Numbers are compared as 64-bit floats, times with the resolution of a microsecond.
    private static Func<JsonElement, bool> CompileRange(JsonElement range)
    {
        var tests = range.EnumerateObject().Select(bound => (Func<JsonElement, bool>)(value =>
        {
            if (Comparable(value) is not { } left || Comparable(bound.Value) is not { } right) return false;
            return bound.Name switch
            {
                "gt" => left > right,
                "gte" => left >= right,
                "lt" => left < right,
                _ => left <= right,
            };
        })).ToArray();
        return value => Array.TrueForAll(tests, test => test(value));
    }

    private static double? Comparable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when DateTimeOffset.TryParse(
            value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcTicks / 10,
        _ => null,
    };

    private static IEnumerable<JsonElement> Values(StoredPoint point, string key) =>
        point.Payload.ValueKind == JsonValueKind.Object && point.Payload.TryGetProperty(key, out var value) ? value.Items() : [];
}
