using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Assistant.Core.Ingestion;

/// <summary>What a page states about its article: JSON-LD first, then meta tags, links, and marked elements.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] SiteSeparators = [" | ", " - ", " – ", " — ", " :: ", " » ", ": "];

    /// <summary>A draft without lines.</summary>
    public static ArticleDraft Read(IHtmlDocument page)
    {
        var stated = JsonLd.Read(page);
        var metas = MetaTags(page);
        var source = stated.Publisher ?? First(metas, "og:site_name", "application-name", "dc.publisher", "dcterms.publisher");
        return new ArticleDraft
        {
            Lines = [],
            Source = source,
            Title = stated.Title ?? WithoutSite(First(metas, "og:title", "dc.title", "twitter:title"), source) ?? Headline(page, source),
            Url = CanonicalLink(page) ?? ArticleUrl.Canonicalize(First(metas, "og:url")) ?? stated.Url,
            Author = stated.Author ?? AuthorIn(page, metas),
            PublishedAt = stated.PublishedAt ?? PublishedIn(page, metas),
            Language = page.DocumentElement.GetAttribute("lang") ?? First(metas, "content-language", "dc.language")
                ?? stated.Language ?? First(metas, "og:locale"),
        };
    }

    private static Dictionary<string, string> MetaTags(IHtmlDocument page)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")
                ?? meta.GetAttribute("http-equiv");
            if (name is not null && CanonicalText.ToLine(meta.GetAttribute("content")) is { } content) metas.TryAdd(name, content);
        }

        return metas;
    }

    private static string? First(Dictionary<string, string> metas, params string[] names) =>
        names.Select(name => metas.GetValueOrDefault(name)).FirstOrDefault(value => value is not null);

    private static DateTimeOffset? PublishedIn(IHtmlDocument page, Dictionary<string, string> metas)
    {
        string[] names =
        [
            "article:published_time", "og:article:published_time", "datePublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
            "dcterms.issued", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
        ];
        var time = page.QuerySelector("time[itemprop=datePublished], time[pubdate]")
            ?? page.QuerySelector("article time, main time") ?? page.QuerySelector("time");
        return names.Select(name => DateLine.ReadDate(metas.GetValueOrDefault(name))).FirstOrDefault(date => date is not null)
            ?? DateLine.ReadDate(time?.GetAttribute("datetime")) ?? DateLine.ReadDate(TextOf(time));
    }

    private static string? CanonicalLink(IHtmlDocument page) =>
        ArticleUrl.Canonicalize(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"));

    private static string? Headline(IHtmlDocument page, string? source) =>
        TextOf(page.QuerySelector("article h1, main h1") ?? page.QuerySelector("h1"))
        ?? WithoutSite(CanonicalText.ToLine(page.QuerySelector("head title")?.TextContent), source);

    /// <summary>"Headline | Site" and "Site: Headline" without the site.</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null || site is null) return title;
        foreach (var separator in SiteSeparators)
        {
            if (title.EndsWith(separator + site, StringComparison.OrdinalIgnoreCase)) return title[..^(separator.Length + site.Length)];
            if (title.StartsWith(site + separator, StringComparison.OrdinalIgnoreCase)) return title[(separator.Length + site.Length)..];
        }

        return title;
    }

    /// <summary>A name; some sites state the address of the author's page instead.</summary>
    private static string? AuthorIn(IHtmlDocument page, Dictionary<string, string> metas)
    {
        var stated = First(metas, "author", "article:author", "dc.creator", "parsely-author");
        return stated is not null && ArticleUrl.HostOf(stated) is null
            ? stated
            : TextOf(page.QuerySelector("[rel=author], [itemprop=author]"));
    }

    private static string? TextOf(IElement? element) => CanonicalText.ToLine(element?.TextContent);
}
