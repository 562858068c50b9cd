using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Assistant.Core.Ingestion;

/// <summary>Reads articles in Markdown, with or without YAML front matter, as plain text.</summary>
internal static class MarkdownArticleReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>The draft: blocks as lines, list items one a line, table cells by <c> | </c>, code as it is.</summary>
    /// <param name="text">Normalised text.</param>
    public static ArticleDraft Read(string text)
    {
        var (matter, body) = FrontMatter.Split(text);
        var document = Markdown.Parse(body, Pipeline);
        var lines = new List<string>();
        foreach (var block in document) Write(block, lines);
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);
        return new ArticleDraft
        {
            Lines = lines.SelectMany(CanonicalText.ToLines).ToList(),
            Title = matter.Find("title", "headline") ?? CanonicalText.ToLine(MarkdownInlineText.Of(heading)),
            Source = matter.Find("source", "publisher", "site", "site_name"),
            Url = ArticleUrl.Canonicalize(matter.Find("url", "link", "canonical", "canonical_url", "original")),
            Author = matter.Find("author", "authors", "byline"),
            PublishedAt = DateLine.ReadDate(matter.Find("date", "published", "published_at", "publishedat", "datepublished", "pubdate")),
            Language = matter.Find("lang", "language"),
        };
    }

    private static void Write(Block block, List<string> lines)
    {
        switch (block)
        {
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) WriteItem(item, lines);
                break;
            case Table table:
                lines.AddRange(table.OfType<TableRow>().Select(RowOf));
                break;
            case HtmlBlock html when html.Type != HtmlBlockType.Comment:
                lines.AddRange(HtmlArticleReader.ToLines(html.Lines.ToString()));
                break;
            case CodeBlock code:
                lines.Add(code.Lines.ToString());
                break;
            case LeafBlock { Inline: not null } leaf:
                lines.Add(MarkdownInlineText.Of(leaf));
                break;
            case ContainerBlock container:
                foreach (var child in container) Write(child, lines);
                break;
            default:
                break;
        }

        lines.Add("");
    }

    /// <summary>An item's own text on one line, its inner blocks and lists on the lines below.</summary>
    private static void WriteItem(ListItemBlock item, List<string> lines)
    {
        var inner = new List<string>();
        foreach (var block in item) Write(block, inner);
        lines.AddRange(inner.Where(line => line.Length > 0));
    }

    private static string RowOf(TableRow row) =>
        string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(MarkdownInlineText.Of))));
}
