using System.Globalization;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>A point's id: an unsigned number or a UUID; numbers come first.</summary>
internal readonly record struct PointKey(bool IsUuid, ulong Number, Guid Uuid) : IComparable<PointKey>
{
    public static PointKey Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetUInt64(out var number)) return new PointKey(false, number, Guid.Empty);
        if (element.ValueKind == JsonValueKind.String && Guid.TryParse(element.GetString(), out var uuid)) return new PointKey(true, 0, uuid);
        throw new RefusedException(400, $"Format error in JSON body: value {element} is not a valid point ID");
    }

    public static PointKey Parse(string text)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new PointKey(false, number, Guid.Empty);
        return Guid.TryParse(text, out var uuid)
            ? new PointKey(true, 0, uuid) : throw new RefusedException(400, $"Can not recognize \"{text}\" as point id");
    }

    public int CompareTo(PointKey other)
    {
        if (IsUuid != other.IsUuid) return IsUuid.CompareTo(other.IsUuid);
        return IsUuid ? Uuid.CompareTo(other.Uuid) : Number.CompareTo(other.Number);
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (IsUuid) writer.WriteStringValue(Uuid.ToString("D"));
        else writer.WriteNumberValue(Number);
    }
}
