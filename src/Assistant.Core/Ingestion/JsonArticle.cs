using System.Text.Json;
using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>An article in JSON: <c>{text, title?, url?, source?, author?, publishedAt?, language?, id?}</c>, the fields also under <c>metadata</c>.</summary>
/// <param name="Draft">The text as it is, and what is stated about it.</param>
/// <param name="Id">Its id among its neighbours: as stated, else made of the text.</param>
internal sealed partial record JsonArticle(ArticleDraft Draft, string Id)
{
    private const int HashLength = 16;
    private const int LongestId = 500;

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ArticleRefusedException">It is no object, or has no text.</exception>
    public static JsonArticle Read(string json)
    {
        using var document = JsonDocument.Parse(WithoutLoneSurrogates(json));
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new ArticleRefusedException($"not an object but {root.ValueKind.ToString().ToLowerInvariant()}.");
        if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            throw new ArticleRefusedException("there is no field 'text' with a string in it.");
        var exact = CanonicalText.NormalizeExact(text.GetString()!);
        if (string.IsNullOrWhiteSpace(exact)) throw new ArticleRefusedException("its 'text' is empty.");
        return new JsonArticle(DraftOf(root, exact), IdOf(root) ?? ArticleKey.Hash(exact)[..HashLength]);
    }

    private static ArticleDraft DraftOf(JsonElement root, string text) => new()
    {
        Lines = text.Split('\n'),
        IsExact = true,
        Title = Find(root, "title", "headline"),
        Url = ArticleUrl.Canonicalize(Find(root, "url", "link")),
        Source = Find(root, "source", "publisher"),
        Author = Find(root, "author", "byline"),
        PublishedAt = DateLine.ReadDate(Find(root, "publishedAt", "published_at", "published", "date")),
        Language = Find(root, "language", "lang"),
    };

    private static string? IdOf(JsonElement root) =>
        Find(root, "id", "_id", "key") is { Length: <= LongestId } id ? id : null;

    /// <summary>The first of the fields that has a string or a number, here or under <c>metadata</c>, on one line.</summary>
    private static string? Find(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!record.TryGetProperty(name, out var value)) continue;
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            if (CanonicalText.ToLine(text) is { } line) return line;
        }

        return record.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? Find(metadata, names)
            : null;
    }

    /// <summary>Escapes of half a surrogate pair, which JSON allows and no text may hold.</summary>
    private static string WithoutLoneSurrogates(string json) => json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(json, static match => match.Groups["lone"].Success ? @"\ufffd" : match.Value)
        : json;

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
