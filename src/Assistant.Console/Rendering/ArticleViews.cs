using System.Globalization;
using Assistant.Core;
using Assistant.Core.Indexing;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Shows articles on the terminal.</summary>
internal static class ArticleViews
{
    private const int ShownIdLength = 8;
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    /// <summary>Writes a table: id, date, source, title, passages.</summary>
    public static void ShowList(IAnsiConsole console, IReadOnlyList<ArticleSummary> articles)
    {
        if (articles.Count == 0)
        {
            console.WriteLine("There are no articles yet; add some with 'assistant ingest <path>'.");
            return;
        }

        foreach (var article in articles)
        {
            console.Write(new Text($"{article.Id[..ShownIdLength]}  ", Faint));
            console.Write(new Text(
                $"{article.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated   "}  {SafeText.OneLine(article.Source)}  "));
            console.Write(new Text(SafeText.OneLine(article.Title), Heading));
            console.Write(new Text($"  {article.PassageCount} passage{(article.PassageCount == 1 ? string.Empty : "s")}", Faint));
            console.WriteLine();
        }
    }

    /// <summary>Writes an article's description and its text.</summary>
    public static void Show(IAnsiConsole console, Article article)
    {
        Line(console, SafeText.OneLine(article.Title), Heading);
        Line(console, SafeText.OneLine($"{article.Source} · {ArticleLine.Date(article.PublishedAt)} · {article.Language}"), Faint);
        if (article.Author is { } author) Line(console, SafeText.OneLine($"by {author}"), Faint);
        if (article.Url is { } url) Line(console, SafeText.OneLine(url), Faint);
        Line(console, $"id {article.Id} · revision {article.Revision}", Faint);
        console.WriteLine();
        console.Write(new Text(SafeText.Lines(article.Text)));
        console.WriteLine();
    }

    /// <summary>Writes what cleaning dropped from an article, each block with its reason.</summary>
    public static void ShowRemoved(IAnsiConsole console, IReadOnlyList<RemovedBlock> removed)
    {
        if (removed.Count == 0) console.WriteLine("Nothing was dropped from this article.");
        foreach (var block in removed)
        {
            console.Write(new Text($"{SafeText.OneLine(block.Reason)}: ", Faint));
            console.Write(new Text(SafeText.Lines(block.Text)));
            console.WriteLine();
        }
    }

    private static void Line(IAnsiConsole console, string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
