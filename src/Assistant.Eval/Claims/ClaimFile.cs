using System.Text.Json;
using Assistant.Core;

namespace Assistant.Eval.Claims;

/// <summary>Reads files of claims, one JSON object a line.</summary>
internal static class ClaimFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not a claim; the message names it.</exception>
    public static async Task<IReadOnlyList<Claim>> LoadAsync(string path, CancellationToken cancellationToken)
    {
        var claims = new List<Claim>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) claims.Add(Parse(line, path, number));
        }

        return claims.Count > 0 ? claims : throw new InvalidDataException($"{path} has no claims.");
    }

    private static Claim Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<Claim>(line, AssistantJson.Options)
                ?? throw new InvalidDataException($"{path}, line {number} is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path}, line {number} is not a claim: {exception.Message}", exception);
        }
    }
}
