using System.Globalization;
using Assistant.Core;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Shows what an answer stands on: each quote within its passage, and the other articles that were read.</summary>
internal sealed class SourcesView(IAnsiConsole console)
{
    private const int ShownIdLength = 8;
    private static readonly Style Highlight = new(Color.Green, decoration: Decoration.Bold);
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(Color.Grey);

    /// <summary>Writes the sources.</summary>
    public void Show(Answer answer)
    {
        console.WriteLine();
        if (answer.Citations.Count == 0) Line("The last answer cites nothing.", Faint);
        foreach (var citation in answer.Citations) Show(citation, answer.Retrieved);
        var cited = answer.Citations.Select(static citation => citation.ArticleId).ToHashSet(StringComparer.Ordinal);
        var others = answer.Retrieved.Where(passage => !cited.Contains(passage.ArticleId))
            .DistinctBy(static passage => passage.ArticleId).ToList();
        if (others.Count > 0) Line("Also read", Faint);
        foreach (var other in others)
            Line($"  {other.ArticleId[..ShownIdLength]}  {ArticleLine.Describe(other.Title, other.Source, other.PublishedAt)}", Faint);
        console.WriteLine();
    }

    private void Show(Citation citation, IReadOnlyList<RankedPassage> retrieved)
    {
        Line(
            string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] ")
            + ArticleLine.Describe(citation.Title, citation.Source, citation.PublishedAt),
            Heading);
        Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    article {citation.ArticleId[..ShownIdLength]}, characters {citation.Start} to {citation.End}"),
            Faint);
        if (citation.Url is { } url) Line($"    {SafeText.OneLine(url)}", Faint);
        console.Write(Marked(citation, retrieved.FirstOrDefault(passage => passage.PassageId == citation.PassageId)));
        console.WriteLine();
        console.WriteLine();
    }

    /// <summary>The passage with the quote marked; the quote alone when it goes beyond the passage.</summary>
    private static Paragraph Marked(Citation citation, RankedPassage? passage)
    {
        var text = new Paragraph();
        var isWithin = passage is not null && citation.Start >= passage.Start && citation.End <= passage.End;
        if (isWithin) text.Append(SafeText.OneLine(passage!.Text[..(citation.Start - passage.Start)]));
        text.Append(SafeText.OneLine(citation.Quote), Highlight);
        if (isWithin) text.Append(SafeText.OneLine(passage!.Text[(citation.End - passage.Start)..]));
        return text;
    }

    private void Line(string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
