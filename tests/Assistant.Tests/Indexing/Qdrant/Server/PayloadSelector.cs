using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Which payload fields are answered: all, none, or those named.</summary>
internal sealed record PayloadSelector(bool IsAll, IReadOnlySet<string>? Names)
{
    public static PayloadSelector Read(JsonElement selector, bool otherwise) => selector.ValueKind switch
    {
        JsonValueKind.Undefined => new PayloadSelector(otherwise, null),
        JsonValueKind.True or JsonValueKind.False => new PayloadSelector(selector.GetBoolean(), null),
        JsonValueKind.Array => new PayloadSelector(false, selector.EnumerateArray().Select(static name => name.GetString()!).ToHashSet()),
        _ => throw RefusedException.NotModelled("include and exclude selectors"),
    };

    public void Write(Utf8JsonWriter writer, StoredPoint point)
    {
        if (!IsAll && Names is null) return;
        writer.WriteStartObject("payload");
        if (point.Payload.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in point.Payload.EnumerateObject().Where(field => IsAll || Names!.Contains(field.Name))) field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
