using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Assistant.Core.Ingestion;

/// <summary>Reads articles that were saved as web pages: the main text and what the page states about it.</summary>
internal static class HtmlArticleReader
{
    /// <summary>Deeper elements become siblings: no walk over the tree can exhaust the stack.</summary>
    private const int MaximumDepth = 200;

    /// <summary>The draft: main text only, metadata from JSON-LD, meta tags, links and time elements.</summary>
    /// <param name="markup">Decoded markup.</param>
    /// <exception cref="ArticleRefusedException">The markup is too large or too faulty.</exception>
    public static ArticleDraft Read(string markup)
    {
        using var page = Parse(markup);
        var draft = HtmlMetadata.Read(page);
        if (page.Body is null) return draft;
        var removed = new List<RemovedBlock>();
        HtmlBoilerplate.Drop(page.Body, removed);
        var main = HtmlMainText.Choose(page.Body);
        var above = HtmlMainText.DropOutside(page.Body, main, removed);
        return draft with
        {
            Lines = [.. above, "", .. CanonicalText.ToLines(HtmlTextWriter.Write(main))],
            Removed = removed,
        };
    }

    /// <summary>The draft with all visible text of the page.</summary>
    public static ArticleDraft ReadAll(string markup)
    {
        using var page = Parse(markup);
        var draft = HtmlMetadata.Read(page);
        return page.Body is null ? draft : draft with { Lines = CanonicalText.ToLines(HtmlTextWriter.Write(page.Body)) };
    }

    /// <summary>The visible text of a piece of markup, line by line.</summary>
    public static string[] ToLines(string markup)
    {
        using var page = Parse(markup);
        return page.Body is null ? [] : CanonicalText.ToLines(HtmlTextWriter.Write(page.Body));
    }

    private static IHtmlDocument Parse(string markup)
    {
        HtmlLimits.Check(markup);
        var options = new HtmlParserOptions { MaximumDepth = MaximumDepth, SkipComments = true };
        return new HtmlParser(options).ParseDocument(markup);
    }
}
