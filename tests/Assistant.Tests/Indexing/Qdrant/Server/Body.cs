using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Reads request bodies. What is neither modelled nor named here is answered with 501 instead of being ignored.</summary>
internal static class Body
{
    /// <summary>A field; undefined when it is absent or null.</summary>
    public static JsonElement Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : default;

    public static bool IsSet(this JsonElement element) => element.ValueKind != JsonValueKind.Undefined;

    /// <summary>Refuses any other field. The real server would ignore it in silence.</summary>
    public static JsonElement Only(this JsonElement element, string what, params string[] modelled)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new RefusedException(400, $"Format error in JSON body: {what} is not an object");
        var unknown = element.EnumerateObject().Select(static property => property.Name).FirstOrDefault(name => !modelled.Contains(name));
        return unknown is null ? element : throw RefusedException.NotModelled($"'{unknown}' in {what}");
    }

    /// <summary>The items of an array; a single value is an array of one; none when undefined.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [element],
    };

    public static int Number(this JsonElement element, int otherwise) => element.IsSet() ? element.GetInt32() : otherwise;

    public static float[] Floats(this JsonElement element) => [.. element.EnumerateArray().Select(static value => value.GetSingle())];
}
