using System.Text;
using System.Text.RegularExpressions;
using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>Turns what a generator writes, piece by piece, into sentences with the passages they cite.</summary>
/// <remarks>
/// A sentence comes out when the next one has begun, so that a marker after its full stop still belongs to it. List items,
/// table rows and lines are sentences of their own; rules, headings' marks and bullets fall away. The same text gives the same
/// sentences however it is cut into pieces. Not thread-safe: one parser reads one answer.
/// </remarks>
/// <param name="count">How many passages the context has; other numbers are dropped.</param>
public sealed partial class CitationParser(int count)
{
    private readonly StringBuilder _open = new();

    /// <summary>UTF-16 code units read so far.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a piece of text.</summary>
    /// <returns>The sentences that are complete with it, in order.</returns>
    public IReadOnlyList<DraftSentence> Add(string piece)
    {
        Length += piece.Length;
        _open.Append(piece);
        return Take(isEnd: false);
    }

    /// <summary>Says that no more text comes.</summary>
    /// <returns>What was still open.</returns>
    public IReadOnlyList<DraftSentence> Finish() => Take(isEnd: true);

    /// <summary>Parses a whole text.</summary>
    public static IReadOnlyList<DraftSentence> Parse(string text, int count)
    {
        var parser = new CitationParser(count);
        return [.. parser.Add(text), .. parser.Finish()];
    }

    private List<DraftSentence> Take(bool isEnd)
    {
        var found = new List<DraftSentence>();
        for (var line = NextLine(isEnd); line is not null; line = NextLine(isEnd))
            found.AddRange(Sentences(line, isEnd: true, out _));
        if (isEnd) return found;
        var rest = _open.ToString();
        found.AddRange(Sentences(rest, isEnd: false, out var used));
        _open.Remove(0, used);
        return found;
    }

    /// <summary>A line that is complete; code between fences counts as one.</summary>
    private string? NextLine(bool isEnd)
    {
        if (_open.Length == 0) return null;
        var text = _open.ToString();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (text.TrimStart().StartsWith("```", StringComparison.Ordinal))
        {
            var fence = text.IndexOf("```", text.IndexOf("```", StringComparison.Ordinal) + 3, StringComparison.Ordinal);
            end = fence < 0 ? -1 : text.IndexOf('\n', fence);
        }

        if (end < 0 && !isEnd) return null;
        var line = end < 0 ? text : text[..end];
        _open.Remove(0, end < 0 ? text.Length : end + 1);
        return line;
    }

    private List<DraftSentence> Sentences(string line, bool isEnd, out int used)
    {
        used = 0;
        var closed = isEnd ? line.Length : ClosedLength(line);
        var places = new List<(int Place, int Number)>();
        var plain = CitationMarkers.TakeOut(line[..closed], count, places);
        var spans = SentenceSplitter.Split(plain);
        var complete = isEnd ? spans.Count : CompleteCount(plain, spans);
        var found = new List<DraftSentence>();
        for (var i = 0; i < complete; i++)
        {
            var numbers = NumbersOf(i, spans, places);
            if (Clean(plain[spans[i].Start..spans[i].End]) is { Length: > 0 } text) found.Add(new DraftSentence(text, numbers));
        }

        if (!isEnd && complete > 0) used = SourceIndex(line, spans[complete - 1].End, count);
        return found;
    }

    /// <summary>The numbers cited after the sentence's beginning and before the next one's; those before the first are its own.</summary>
    private static List<int> NumbersOf(int index, IReadOnlyList<TextSpan> spans, List<(int Place, int Number)> places)
    {
        var from = index == 0 ? -1 : spans[index].Start;
        var to = index + 1 < spans.Count ? spans[index + 1].Start : int.MaxValue;
        return [.. places.Where(place => place.Place > from && (place.Place <= spans[index].End || place.Place < to))
            .Select(static place => place.Number).Distinct()];
    }

    /// <summary>A sentence is complete when another one has begun after it, outside quotation marks and code.</summary>
    private static int CompleteCount(string plain, IReadOnlyList<TextSpan> spans)
    {
        var complete = 0;
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            var next = plain.AsSpan(spans[i + 1].Start, spans[i + 1].End - spans[i + 1].Start);
            if (IsBalanced(plain.AsSpan(0, spans[i].End)) && (i + 2 < spans.Count || next.Contains(' '))) complete = i + 1;
        }

        return complete;
    }

    private static bool IsBalanced(ReadOnlySpan<char> text) =>
        text.Count('"') % 2 == 0 && text.Count('“') <= text.Count('”') && text.Count('`') % 2 == 0
        && text.Count('(') <= text.Count(')');

    /// <summary>The length up to a marker that is still being written.</summary>
    private static int ClosedLength(string line) => CitationMarkers.OpenMarker(line) is var open and >= 0 ? open : line.Length;

    /// <summary>The length of source text whose plain form, with the markers that follow it, has this length.</summary>
    private static int SourceIndex(string line, int plainEnd, int count)
    {
        for (var length = line.Length; length > 0; length--)
        {
            var places = new List<(int Place, int Number)>();
            if (CitationMarkers.TakeOut(line[..length], count, places).TrimEnd().Length <= plainEnd && CitationMarkers.OpenMarker(line[..length]) < 0)
                return length;
        }

        return 0;
    }

    /// <summary>Without bullets, heading and emphasis marks, the outer lines of a table row and characters that nobody sees; empty for a rule between table rows.</summary>
    private static string Clean(string text)
    {
        if (RulePattern().IsMatch(text)) return string.Empty;
        var clean = BulletPattern().Replace(text, string.Empty).Replace("**", string.Empty, StringComparison.Ordinal);
        clean = BlankPattern().Replace(clean, " ").Trim(' ', '|');
        clean = HiddenPattern().Replace(clean, string.Empty);
        return clean.Any(char.IsLetterOrDigit) ? SpaceBeforeStopPattern().Replace(clean, "$1") : string.Empty;
    }

    [GeneratedRegex(@"^[\s|:=_*-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex RulePattern();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|>\s+|[-*+•]\s+|\d{1,3}[.)]\s+(?=\S))+", RegexOptions.CultureInvariant)]
    private static partial Regex BulletPattern();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankPattern();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenPattern();

    [GeneratedRegex(@"\s+([.,;:!?])(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeStopPattern();
}
