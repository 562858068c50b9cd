using System.Text.Json;
using Assistant.Core;

namespace Assistant.Eval.Running;

/// <summary>Reads and writes runs in the product's JSON form.</summary>
internal static class RunJson
{
    /// <summary>Writes a run, replacing the file in one step.</summary>
    public static async Task SaveAsync(RunResult run, string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".tmp";
        await using (var stream = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(stream, run, AssistantJson.Indented, cancellationToken);
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
            return await JsonSerializer.DeserializeAsync<RunResult>(stream, AssistantJson.Options, cancellationToken)
                ?? throw new InvalidDataException($"{path}: not a run of assistant-eval.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{path}:{exception.LineNumber + 1}: not a run of assistant-eval: {exception.Message}", exception);
        }
    }
}
