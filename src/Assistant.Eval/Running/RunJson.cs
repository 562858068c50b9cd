using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Eval.Running;

/// <summary>Reads and writes runs as JSON: camelCase, enums snake_case, absent values left out.</summary>
internal static class RunJson
{
    /// <summary>One line, for append-only rows.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    private static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>Writes a run, replacing the file in one step.</summary>
    public static async Task SaveAsync(RunResult run, string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".tmp";
        await using (var stream = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(stream, run, Indented, cancellationToken);
            stream.WriteByte((byte)'\n');
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a run.</summary>
    /// <exception cref="InvalidDataException">The file is not a run; the message names file and line.</exception>
    public static async Task<RunResult> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<RunResult>(stream, Indented, cancellationToken)
                ?? throw new InvalidDataException($"{path}: not a run.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{path}:{exception.LineNumber + 1}: not a run of assistant-eval: {exception.Message}", exception);
        }
    }

    private static JsonSerializerOptions Create(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
