using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>An answer of the server's handlers.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    /// <summary>An unknown route: 404 without a body.</summary>
    public static Reply NoRoute { get; } = new(404, []);

    public static Reply Ok(Action<Utf8JsonWriter> result) => new(200, Envelope(writer =>
    {
        writer.WritePropertyName("result");
        result(writer);
        writer.WriteString("status", "ok");
    }));

    public static Reply Ok(bool result) => Ok(writer => writer.WriteBooleanValue(result));

    /// <summary>An answer without the envelope.</summary>
    public static Reply Bare(object body) => new(200, JsonSerializer.SerializeToUtf8Bytes(body));

    /// <summary>The envelope of an error; <c>result</c> is left out.</summary>
    public static byte[] Error(string message) => Envelope(writer =>
    {
        writer.WriteStartObject("status");
        writer.WriteString("error", message);
        writer.WriteEndObject();
    });

    private static byte[] Envelope(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteNumber("time", 0.0001);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
