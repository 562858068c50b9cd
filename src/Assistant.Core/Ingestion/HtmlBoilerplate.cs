using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Assistant.Core.Ingestion;

/// <summary>Drops what a page puts around its article: navigation, cookie bars, share buttons, comments, related links.</summary>
/// <remarks>Judged by element, role, and the words of class and id, as sites have named these things for twenty years.</remarks>
internal static partial class HtmlBoilerplate
{
    private const double MostOfPage = 0.4;
    private const int LongForm = 1000;
    private const double LinkShare = 0.8;

    private static readonly FrozenDictionary<string, string> ReasonByTag = Table(
        ("navigation", "nav menu menuitem"), ("footer", "footer"), ("related links", "aside"), ("dialog", "dialog"), ("caption", "figcaption"),
        ("controls", "button input select textarea label"));

    private static readonly FrozenDictionary<string, string> ReasonByRole = Table(
        ("navigation", "navigation menu menubar toolbar search banner tablist"), ("footer", "contentinfo"),
        ("related links", "complementary"), ("dialog", "dialog alertdialog alert"));

    private static readonly FrozenDictionary<string, string> ReasonByWord = Table(
        ("comments", "comment comments commentlist disqus respond replies discussion livefyre"),
        ("cookie notice", "cookie cookies consent gdpr"),
        ("share buttons", "share sharing sharebar sharedaddy social socials addtoany addthis tools"),
        ("navigation", "nav navbar navigation menu submenu breadcrumb breadcrumbs topbar toolbar pagination pager masthead ticker siteheader"),
        ("related links", "related recommended recommendations also trending popular mostread readalso readmore readnext outbrain taboola teasers " +
            "promo sidebar morefrom morestories tags taglist"),
        ("advertisement", "ad ads advert adverts advertisement advertising sponsored dfp banner"),
        ("newsletter", "newsletter newsletters subscribe subscription signup signin login donate"),
        ("footer", "footer bottom colophon copyright imprint"),
        ("dialog", "popup modal overlay lightbox tooltip"),
        ("hidden", "sronly visuallyhidden screenreader"));

    /// <summary>Removes the blocks from the page and records them.</summary>
    public static void Drop(IElement body, List<RemovedBlock> removed)
    {
        var proseLength = ProseLength(body);
        var open = new Stack<IElement>(body.Children.Reverse());
        while (open.TryPop(out var element))
        {
            if (ReasonToDrop(element, proseLength) is { } reason)
            {
                if (CanonicalText.ToLine(HtmlTextWriter.Write(element)) is { } text) removed.Add(new RemovedBlock(text, reason));
                element.Remove();
                continue;
            }

            foreach (var child in element.Children.Reverse()) open.Push(child);
        }
    }

    private static string? ReasonToDrop(IElement element, int proseLength)
    {
        if (IsHidden(element)) return "hidden";
        if (ReasonByElement(element) is { } byElement) return byElement;
        if (element.LocalName is "article" or "main" or "h1") return null;
        return ReasonByName(element, proseLength) ?? (IsLinkList(element) ? "related links" : null);
    }

    private static string? ReasonByElement(IElement element)
    {
        if (ReasonByTag.TryGetValue(element.LocalName, out var byTag)) return byTag;
        if (element.GetAttribute("role") is { } role && ReasonByRole.TryGetValue(role, out var byRole)) return byRole;
        return element.LocalName switch
        {
            "form" when element.TextContent.Length < LongForm => "form",
            "header" when !HoldsArticle(element) && element.Closest("article, main") is null => "page header",
            _ => null,
        };
    }

    private static string? ReasonByName(IElement element, int proseLength)
    {
        var reason = element.ClassList.Append(element.Id ?? "").Select(ReasonFor).FirstOrDefault(found => found is not null);
        if (reason is null || element.QuerySelector("main, h1, [itemprop=articleBody]") is not null) return null;
        return reason != "comments" && ProseLength(element) > proseLength * MostOfPage ? null : reason;
    }

    /// <summary>"comments-area", "cookieBar", "read-also": each word, and all of them as one.</summary>
    private static string? ReasonFor(string name)
    {
        if (Qualifier().IsMatch(name)) return null;
        var words = NameWord().Matches(name).Select(match => match.Value.ToLowerInvariant()).ToList();
        words.Add(string.Concat(words));
        return words.Select(word => ReasonByWord.GetValueOrDefault(word)).FirstOrDefault(reason => reason is not null);
    }

    private static bool HoldsArticle(IElement element) =>
        element.QuerySelector("article, main, h1, [itemprop=articleBody]") is not null;

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    /// <summary>A paragraph or list in which nearly all text is links and none of it is a sentence.</summary>
    private static bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("p" or "ul" or "ol" or "div") || element.QuerySelector("a") is null) return false;
        if (element.QuerySelector("p, div, table, h1, h2, h3") is not null) return false;
        var text = element.TextContent.Trim();
        var linked = element.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length);
        return text.Length > 0 && linked >= text.Length * LinkShare && !LineText.EndsSentence(text);
    }

    private static int ProseLength(IElement element) =>
        element.QuerySelectorAll("p, li").Sum(paragraph => paragraph.TextContent.Length);

    private static FrozenDictionary<string, string> Table(params (string Reason, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Reason)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says something of the page or the subject, not what the element is.</summary>
    [GeneratedRegex(@"^(?:has|with|no|is|category|tag|topic|theme)[-_]|[-_](?:open|closed|enabled|disabled|on|off)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();
}
