using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Assistant.Core.Ingestion.Web;

/// <summary>Reads RSS 0.9 to 2.0 and Atom.</summary>
internal static partial class FeedReader
{
    private const int MaximumDepth = 200;
#pragma warning disable S5332 // Names of XML vocabularies, not addresses to connect to.
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Other vocabularies, of media and podcasts, use the same names for other things.</summary>
    private static readonly string[] Namespaces =
    [
        "", Atom, "http://purl.org/rss/1.0/", "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/modules/content/",
        "http://my.netscape.com/rdf/simple/0.9/",
    ];
#pragma warning restore S5332

    /// <summary>Whether a text begins as a feed does; its first few thousand characters are enough.</summary>
    public static bool IsFeed(string text) => Root().IsMatch(text);

    /// <summary>Reads a feed.</summary>
    /// <param name="text">The feed, decoded.</param>
    /// <param name="address">Where it was found; links are relative to it.</param>
    /// <exception cref="ArticleRefusedException">It is no well-formed XML, or nested without end.</exception>
    public static Feed Read(string text, Uri address)
    {
        var xml = Entity().Replace(CanonicalText.Normalize(text).TrimStart(), ToNumbers);
        try
        {
            CheckDepth(xml);
            using var reader = SafeXml.Open(xml);
            return ToFeed(XDocument.Load(reader).Root!, address);
        }
        catch (XmlException exception)
        {
            throw new ArticleRefusedException(
                $"The feed is no well-formed XML, at line {exception.LineNumber}, column {exception.LinePosition}.");
        }
    }

    private static void CheckDepth(string xml)
    {
        using var reader = SafeXml.Open(xml);
        while (reader.Read())
        {
            if (reader.Depth > MaximumDepth) throw new ArticleRefusedException($"The feed is more than {MaximumDepth} elements deep.");
        }
    }

    private static Feed ToFeed(XElement root, Uri address)
    {
        var channel = Find(root, "channel") ?? root;
        var items = root.Descendants().Where(static element => element.Name.LocalName is "item" or "entry" && IsKnown(element));
        return new Feed(
            address,
            TextOf(channel, "title"),
            TextOf(channel, "language") ?? (string?)root.Attribute(XNamespace.Xml + "lang"),
            [.. items.Select(item => ToItem(item, address))]);
    }

    private static FeedItem ToItem(XElement item, Uri address) => new()
    {
        Link = LinkOf(item, address),
        Id = TextOf(item, "guid", "id"),
        Title = string.Join(' ', HtmlArticleReader.ToLines(TextOf(item, "title") ?? "")) is { Length: > 0 } title ? title : null,
        Author = Find(item, "author") is { } author && Find(author, "name") is { } name
            ? CanonicalText.ToLine(name.Value)
            : TextOf(item, "creator", "author"),
        PublishedAt = TimeOf(TextOf(item, "pubDate", "published", "date", "issued", "updated")),
        Content = ContentOf(item),
    };

    private static Uri? LinkOf(XElement item, Uri address)
    {
        var links = item.Elements().Where(static element => element.Name.LocalName == "link" && IsKnown(element)).ToList();
        var stated = links.Select(AddressIn).FirstOrDefault(static link => !string.IsNullOrWhiteSpace(link));
        if (stated is null && Find(item, "guid") is { } guid && (string?)guid.Attribute("isPermaLink") != "false") stated = guid.Value;
        return Uri.TryCreate(address, stated?.Trim(), out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)
            ? link
            : null;
    }

    private static string? AddressIn(XElement link)
    {
        if (link.Name.NamespaceName != Atom) return link.Value;
        return (string?)link.Attribute("rel") is null or "alternate" ? (string?)link.Attribute("href") : null;
    }

    private static string? ContentOf(XElement item)
    {
        var content = Find(item, "encoded") ?? Find(item, "content") ?? Find(item, "description") ?? Find(item, "summary");
        return content is { HasElements: true } ? string.Concat(content.Nodes()) : content?.Value;
    }

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : DateLine.ReadDate(text);

    private static string? TextOf(XElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (CanonicalText.ToLine(Find(parent, name)?.Value) is { } text) return text;
        }

        return null;
    }

    private static XElement? Find(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name && IsKnown(element));

    private static bool IsKnown(XElement element) => Namespaces.Contains(element.Name.NamespaceName);

    /// <summary>HTML's entities are not XML's, but feeds have them; a name that is none is text.</summary>
    private static string ToNumbers(Match match) => WebUtility.HtmlDecode(match.Value) is var text && text != match.Value
        ? string.Concat(text.EnumerateRunes().Select(static rune => string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")))
        : $"&amp;{match.Value[1..]}";

    [GeneratedRegex("&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z0-9]{0,30};", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|(?:\w+:)?RDF)\b",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Root();
}
