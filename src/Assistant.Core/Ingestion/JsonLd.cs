using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Assistant.Core.Ingestion;

/// <summary>What a page's JSON-LD (schema.org) states about its article.</summary>
internal sealed class JsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly List<JsonElement> _objects = [];
    private readonly JsonElement _article;

    private JsonLd(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']")) Collect(script.TextContent);
        _article = _objects.Find(IsArticle);
    }

    /// <summary>Reads the page's scripts; those that are no JSON are passed over.</summary>
    public static JsonLd Read(IHtmlDocument page) => new(page);

    /// <summary>Headline.</summary>
    public string? Title => TextOf("headline") ?? TextOf("name");

    /// <summary>Publisher's name.</summary>
    public string? Publisher => NameOf("publisher");

    /// <summary>Author's name, or names by commas.</summary>
    public string? Author => NameOf("author");

    /// <summary>Publication time.</summary>
    public DateTimeOffset? PublishedAt => DateLine.ReadDate(TextOf("datePublished") ?? TextOf("dateCreated"));

    /// <summary>Canonical address.</summary>
    public string? Url => ArticleUrl.Canonicalize(TextOf("url")) ?? ArticleUrl.Canonicalize(TextOf("mainEntityOfPage"));

    /// <summary>Language tag.</summary>
    public string? Language => TextOf("inLanguage");

    private void Collect(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            Collect(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            // Pages state broken JSON every day; what else they state is enough.
        }
    }

    private void Collect(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            _objects.Add(element);
            if (element.TryGetProperty("@graph", out var graph)) Collect(graph);
        }
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type) && type.ValueKind switch
        {
            JsonValueKind.String => IsArticleType(type),
            JsonValueKind.Array => type.EnumerateArray().Any(IsArticleType),
            _ => false,
        };

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) || name == "Report");

    /// <summary>A text, the first text of a list, or an object's address.</summary>
    private string? TextOf(string property)
    {
        if (_article.ValueKind != JsonValueKind.Object || !_article.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind == JsonValueKind.Object) value = PropertyOf(value, "@id") ?? default;
        return value.ValueKind == JsonValueKind.String ? Decode(value) : null;
    }

    private string? NameOf(string property)
    {
        if (_article.ValueKind != JsonValueKind.Object || !_article.TryGetProperty(property, out var value)) return null;
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var names = people.Select(NameOf).Where(name => name is not null);
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private string? NameOf(JsonElement person)
    {
        if (person.ValueKind == JsonValueKind.String) return ArticleUrl.HostOf(person.GetString()) is null ? Decode(person) : null;
        if (person.ValueKind != JsonValueKind.Object) return null;
        if (PropertyOf(person, "name") is { ValueKind: JsonValueKind.String } name) return Decode(name);
        return PropertyOf(person, "@id") is { ValueKind: JsonValueKind.String } id ? NameOfObject(id.GetString()!) : null;
    }

    /// <summary>Name of the object that is stated elsewhere on the page.</summary>
    private string? NameOfObject(string id)
    {
        var named = _objects.Find(item => PropertyOf(item, "@id") is { ValueKind: JsonValueKind.String } own && own.ValueEquals(id)
            && PropertyOf(item, "name") is { ValueKind: JsonValueKind.String });
        return named.ValueKind == JsonValueKind.Object ? Decode(named.GetProperty("name")) : null;
    }

    private static JsonElement? PropertyOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static string? Decode(JsonElement text) => CanonicalText.ToLine(WebUtility.HtmlDecode(text.GetString()));
}
