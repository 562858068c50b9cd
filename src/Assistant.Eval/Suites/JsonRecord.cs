using System.Text;
using System.Text.Json;

namespace Assistant.Eval.Suites;

/// <summary>A JSON object with checked access: what is missing or of the wrong type is named.</summary>
/// <param name="element">An object.</param>
internal sealed class JsonRecord(JsonElement element)
{
    /// <summary>The object itself.</summary>
    public JsonElement Element { get; } = element;

    /// <summary>A string or a number as text, NFC with LF line ends; null when absent or null.</summary>
    /// <exception cref="InvalidDataException">It is something else, or holds half a surrogate pair.</exception>
    public string? FindText(string name)
    {
        if (!Element.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => ToText(value, name),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new InvalidDataException($"'{name}' is not a string"),
        };
    }

    /// <summary>Like <see cref="FindText"/>, but must be there and not blank.</summary>
    public string Text(string name) =>
        FindText(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new InvalidDataException($"'{name}' is missing or blank");

    /// <summary>A boolean; null when absent or null.</summary>
    public bool? FindFlag(string name)
    {
        if (!Element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new InvalidDataException($"'{name}' is not true or false");
    }

    /// <summary>An array of strings; one string counts as an array of one; empty when absent or null.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!Element.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.String => [ToText(value, name)],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                ? ToText(item, name)
                : throw new InvalidDataException($"'{name}' holds something that is not a string"))],
            _ => throw new InvalidDataException($"'{name}' is not an array of strings"),
        };
    }

    /// <summary>An array of objects; empty when absent or null.</summary>
    public IReadOnlyList<JsonRecord> Records(string name)
    {
        if (!Element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind != JsonValueKind.Array) throw new InvalidDataException($"'{name}' is not an array");
        return
        [
            .. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object
                ? new JsonRecord(item)
                : throw new InvalidDataException($"'{name}' holds something that is not an object")),
        ];
    }

    /// <summary>An object; an empty one when absent or null.</summary>
    public JsonRecord Record(string name)
    {
        if (!Element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return new JsonRecord(JsonElement.Parse("{}"u8));
        return value.ValueKind == JsonValueKind.Object
            ? new JsonRecord(value)
            : throw new InvalidDataException($"'{name}' is not an object");
    }

    /// <summary>True when the property is there and not null.</summary>
    public bool Has(string name) =>
        Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static string ToText(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!
                .Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
                .Normalize(NormalizationForm.FormC);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException($"'{name}' holds half a surrogate pair", exception);
        }
    }
}
