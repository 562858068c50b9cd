using Assistant.Inference;

namespace Assistant.Core.Ingestion;

/// <summary>Prepares an article's text for chunking: sentences with their token counts, headings marked.</summary>
internal static class TextUnits
{
    private const int MaximumHeadingLength = 120;
    private const int MaximumHeadingWords = 16;

    /// <summary>Most UTF-16 code units of a unit: one word of any length may be a single unknown token.</summary>
    private const int MaximumUnitLength = 4000;

    /// <summary>The units in order; each has at most <paramref name="tokenLimit"/> tokens.</summary>
    public static List<TextUnit> Read(string text, WordPieceTokenizer tokenizer, int tokenLimit)
    {
        var units = new List<TextUnit>();
        var previousEnd = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var gap = GapBefore(text, previousEnd, sentence.Start);
            AddSentence(text, sentence, gap, tokenizer, tokenLimit, units);
            previousEnd = sentence.End;
        }

        for (var i = 0; i + 1 < units.Count; i++)
        {
            var standsAlone = units[i].Gap == UnitGap.Block && units[i + 1].Gap == UnitGap.Block;
            if (standsAlone && LooksLikeHeading(units[i].Span.Of(text))) units[i] = units[i] with { IsHeading = true };
        }

        return units;
    }

    private static void AddSentence(
        string text, TextSpan sentence, UnitGap gap, WordPieceTokenizer tokenizer, int tokenLimit, List<TextUnit> units)
    {
        var count = CountTokens(sentence.Of(text), tokenizer);
        if (count <= tokenLimit && sentence.Length <= MaximumUnitLength)
        {
            units.Add(new TextUnit(sentence, count, gap, IsHeading: false));
            return;
        }

        foreach (var piece in Cut(text, sentence, tokenizer, tokenLimit))
        {
            units.Add(new TextUnit(piece, CountTokens(piece.Of(text), tokenizer), gap, IsHeading: false));
            gap = UnitGap.None;
        }
    }

    /// <summary>Cuts a sentence that is longer than a passage: after white space if it has any near the limit.</summary>
    private static IEnumerable<TextSpan> Cut(string text, TextSpan sentence, WordPieceTokenizer tokenizer, int tokenLimit)
    {
        var start = sentence.Start;
        while (start < sentence.End)
        {
            var end = Math.Min(sentence.End, start + MaximumUnitLength);
            while (tokenizer.Tokenize(text[start..end]) is { } tokens && tokens.Count > tokenLimit && tokens[tokenLimit].Start > 0)
            {
                end = start + tokens[tokenLimit].Start;
            }

            if (end < sentence.End) end = BreakBefore(text, start, end);
            var piece = Trim(text, start, end);
            if (piece.Length > 0) yield return piece;
            start = end;
        }
    }

    /// <summary>The best place to cut in the second half of the span: after a clause, a word, or at least no surrogate pair.</summary>
    private static int BreakBefore(string text, int start, int end)
    {
        var middle = start + ((end - start) / 2);
        for (var i = end; i > middle; i--)
        {
            if (text[i] == ' ' && text[i - 1] is ',' or ';' or ':' or '–' or '—') return i;
        }

        var blank = text.AsSpan(middle, end - middle + 1).LastIndexOfAny(" \t\n\u3000");
        if (blank >= 0) return middle + blank;
        return end - start > 1 && char.IsSurrogatePair(text[end - 1], text[end]) ? end - 1 : end;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>At least 1, so that text the tokenizer does not see cannot pile up without end.</summary>
    private static int CountTokens(string text, WordPieceTokenizer tokenizer) => Math.Max(1, tokenizer.CountTokens(text));

    private static UnitGap GapBefore(string text, int previousEnd, int start)
    {
        if (previousEnd == 0) return UnitGap.Block;
        return text.AsSpan(previousEnd, start - previousEnd).Count('\n') switch
        {
            0 => UnitGap.Space,
            1 => UnitGap.Line,
            _ => UnitGap.Block,
        };
    }

    private static bool LooksLikeHeading(string line) =>
        line.Length <= MaximumHeadingLength
        && line.Count(character => character == ' ') < MaximumHeadingWords
        && !char.IsLower(line[0])
        && line[^1] is not ('.' or ',' or ';' or ':' or '…' or '"' or '”')
        && !line.Contains(" | ", StringComparison.Ordinal);
}
