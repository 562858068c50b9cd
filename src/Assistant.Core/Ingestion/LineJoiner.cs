using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Undoes hard line breaks: the lines of a sentence become one, paragraphs stand apart.</summary>
/// <remarks>Changes only white space, line ends, and hyphens at line ends.</remarks>
internal sealed class LineJoiner
{
    /// <summary>A line this long that ends a sentence is a paragraph of its own where lines are not broken by hand.</summary>
    private const int ProseLength = 60;

    private const int ShortestBrokenLine = 40;

    /// <summary>A line ends a paragraph when the next word would have fitted well: letters differ in width.</summary>
    private const double FullLineShare = 0.87;

    private const double HeadingShare = 0.62;

    private readonly LineLayout _layout;
    private readonly HyphenatedWords _words;

    private LineJoiner(IReadOnlyList<string> lines)
    {
        _layout = LineLayout.Of(lines);
        _words = new HyphenatedWords(lines);
    }

    private enum Relation
    {
        Same,
        Line,
        Block,
    }

    /// <summary>Joins tidy lines; null entries are lines that were dropped, empty ones are blank.</summary>
    /// <returns>Lines of the article; empty ones separate blocks.</returns>
    public static List<string> Join(IReadOnlyList<string?> lines)
    {
        var joiner = new LineJoiner([.. lines.Select(line => line ?? "")]);
        return joiner.JoinAll(lines);
    }

    private List<string> JoinAll(IReadOnlyList<string?> lines)
    {
        var joined = new List<string>();
        var current = new StringBuilder();
        string? previous = null;
        var blanks = 0;
        var hasDropped = false;
        foreach (var line in lines)
        {
            if (string.IsNullOrEmpty(line))
            {
                blanks++;
                hasDropped |= line is null;
                continue;
            }

            Append(previous is null ? Relation.Line : Relate(previous, line, blanks, hasDropped), line, current, joined);
            (previous, blanks, hasDropped) = (line, 0, false);
        }

        joined.Add(current.ToString());
        return joined;
    }

    private void Append(Relation relation, string line, StringBuilder current, List<string> joined)
    {
        if (relation == Relation.Same)
        {
            _words.Append(current, line);
            return;
        }

        if (current.Length > 0) joined.Add(current.ToString());
        if (relation == Relation.Block) joined.Add("");
        current.Clear().Append(line);
    }

    private Relation Relate(string line, string next, int blanks, bool hasDropped)
    {
        var apart = blanks == 0 ? Relation.Line : Relation.Block;
        if (LineText.IsItem(next) || IsApart(line) || IsApart(next)) return apart;
        var goesOn = LineText.GoesOn(line, next);
        if (blanks > 0 && _layout.BlankLineEndsParagraph)
        {
            return goesOn && hasDropped && _layout.Width > 0 ? Relation.Same : Relation.Block;
        }

        return _layout.Width == 0 ? RelateUnbroken(line, next, goesOn) : RelateBroken(line, next, goesOn, blanks);
    }

    private Relation RelateBroken(string line, string next, bool goesOn, int blanks) =>
        !goesOn && (blanks > 1 || EndsParagraph(line, next)) ? Relation.Block : Relation.Same;

    private static Relation RelateUnbroken(string line, string next, bool goesOn)
    {
        if (goesOn && line.Length >= ShortestBrokenLine) return Relation.Same;
        var isProse = line.Length >= ProseLength || next.Length >= ProseLength;
        return isProse && !LineText.IsItem(line) ? Relation.Block : Relation.Line;
    }

    /// <summary>Whether the line is shorter than it had to be: the next line's first word would have fitted.</summary>
    private bool EndsParagraph(string line, string next)
    {
        var firstWord = next.IndexOf(' ', StringComparison.Ordinal);
        var needed = line.Length + 1 + (firstWord < 0 ? next.Length : firstWord);
        return needed <= _layout.Width * (LineText.EndsSentence(line) ? FullLineShare : HeadingShare);
    }

    /// <summary>Dates, bylines and addresses are never part of a sentence.</summary>
    private static bool IsApart(string line) =>
        LineText.IsLink(line) || Byline.Read(line) is not null || DateLine.Read(line) is not null;
}
