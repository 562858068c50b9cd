using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assistant.Eval.Suites;

/// <summary>Reads a file of one JSON object a line, a line at a time; a bad line is a result, not an error.</summary>
internal static partial class JsonLines
{
    /// <summary>Reads all lines that are not blank.</summary>
    /// <param name="path">A UTF-8 file.</param>
    /// <param name="cancellationToken">Stops between lines.</param>
    /// <returns>1-based line number and the record, or what is wrong with the line.</returns>
    public static async IAsyncEnumerable<(int Line, JsonRecord? Record, string? Problem)> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var line = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var (record, problem) = Parse(text);
            yield return (line, record, problem);
        }
    }

    private static (JsonRecord? Record, string? Problem) Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutNaN(text));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new JsonRecord(document.RootElement.Clone()), null)
                : (null, $"not an object but {document.RootElement.ValueKind}");
        }
        catch (JsonException exception)
        {
            return (null, $"not JSON: {exception.Message}");
        }
    }

    /// <summary>Python's json module writes NaN, which is not JSON: read it as null.</summary>
    private static string WithoutNaN(string text) =>
        text.Contains("NaN", StringComparison.Ordinal)
            ? StringOrNaN().Replace(text, static match => match.Value == "NaN" ? "null" : match.Value)
            : text;

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|NaN", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StringOrNaN();
}
