using System.Globalization;
using Assistant.Core;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Shows retrieved passages on the terminal.</summary>
internal static class PassageListView
{
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    /// <summary>Writes the passages, best first, with their scores.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<RankedPassage> passages, int undatedLeftOut)
    {
        if (passages.Count == 0) Line(console, "Nothing found. 'assistant articles list' shows what there is.", Style.Plain);
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            Line(console, $"{i + 1}. {ArticleLine.Describe(passage.Title, passage.Source, passage.PublishedAt)}", Heading);
            Line(console, Scores(passage), Faint);
            Line(console, SafeText.OneLine(passage.Text), Style.Plain);
            console.WriteLine();
        }

        if (undatedLeftOut > 0) Line(console, $"Articles without a date that were left out: {undatedLeftOut}", Faint);
    }

    private static string Scores(RankedPassage passage) => string.Create(
        CultureInfo.InvariantCulture,
        $"fused {passage.FusedScore:0.000} · dense {passage.DenseScore:0.000} ({Rank(passage.DenseRank)}) · lexical {passage.LexicalScore:0.00} ({Rank(passage.LexicalRank)})");

    private static string Rank(int? rank) => rank is { } value ? $"rank {value.ToString(CultureInfo.InvariantCulture)}" : "not listed";

    private static void Line(IAnsiConsole console, string text, Style style)
    {
        console.Write(new Text(text, style));
        console.WriteLine();
    }
}
