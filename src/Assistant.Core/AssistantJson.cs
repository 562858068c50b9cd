using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Assistant.Core;

/// <summary>The one JSON form of console, HTTP and evaluation.</summary>
/// <remarks>camelCase names, snake_case enums, nulls left out, times in UTC with <c>Z</c>, readable letters unescaped.</remarks>
public static class AssistantJson
{
    /// <summary>One line per value; read-only and thread-safe.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented for people; read-only and thread-safe.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>The JSON name of an enum's value, e.g. <c>no_evidence</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { IgnoredIsNotRequired } },
            WriteIndented = indented,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new UtcTimeConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Lets a member be both <c>required</c> in C# and absent from JSON.</summary>
    private static void IgnoredIsNotRequired(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property is { Get: null, Set: null }))
        {
            property.IsRequired = false;
        }
    }

    /// <summary>Writes 2019-08-27T15:40:00Z, with fractions of a second only when there are any.</summary>
    private sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
    }
}
