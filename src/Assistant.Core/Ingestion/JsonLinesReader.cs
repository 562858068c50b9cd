using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Assistant.Core.Ingestion;

/// <summary>Reads files that hold an article a line; see <see cref="JsonArticle"/>.</summary>
/// <remarks>A line that is no article is a reading of its own, with its number; the rest goes on.</remarks>
internal sealed class JsonLinesReader(ArticleBuilder builder)
{
    /// <summary>A reading for each line that is not blank, or one for a file that cannot be read or has none.</summary>
    public async IAsyncEnumerable<ArticleReading> ReadAsync(
        ArticleFile file, IngestionOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (text, refusal) = await TryDecodeAsync(file, options, cancellationToken);
        if (refusal is not null)
        {
            yield return new ArticleReading(file.Path) { Reason = refusal };
            yield break;
        }

        var number = 0;
        using var lines = new StringReader(text);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return ReadLine(file, number, line);
        }
    }

    private static async Task<(string Text, string? Refusal)> TryDecodeAsync(
        ArticleFile file, IngestionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await ArticleBytes.ReadAsync(file.Path, options.MaximumFileBytes, cancellationToken);
            var text = TextDecoder.Decode(bytes, charset: null);
            return (text, string.IsNullOrWhiteSpace(text) ? "There is no line with an article in it." : null);
        }
        catch (ArticleRefusedException refusal)
        {
            return ("", refusal.Message);
        }
    }

    private ArticleReading ReadLine(ArticleFile file, int number, string line)
    {
        var reading = new ArticleReading($"{file.Path}:{number}");
        try
        {
            var article = JsonArticle.Read(line);
            var built = builder.Build(article.Draft, new ArticleOrigin($"{file.Key}#{article.Id}", $"line {number}", file.RootName));
            return reading with { Article = built, Source = file.ToSource(built.Id) };
        }
        catch (JsonException exception)
        {
            return reading with { Reason = $"Line {number} is not JSON, at byte {exception.BytePositionInLine + 1} of it. Correct it." };
        }
        catch (ArticleRefusedException refusal)
        {
            return reading with { Reason = $"Line {number}: {refusal.Message}" };
        }
    }
}
