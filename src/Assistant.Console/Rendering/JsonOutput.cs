using System.Text.Json;
using Assistant.Core;

namespace Assistant.Console.Rendering;

/// <summary>Writes one JSON document on stdout.</summary>
internal static class JsonOutput
{
    /// <summary>Writes a value in the product's one JSON contract.</summary>
    public static void Write<T>(T value) => System.Console.Out.WriteLine(JsonSerializer.Serialize(value, AssistantJson.Options));
}
