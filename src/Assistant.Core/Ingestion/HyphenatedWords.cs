using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Decides what becomes of a hyphen at a line end, by the words that the rest of the text has.</summary>
internal sealed partial class HyphenatedWords
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects the text's words, with and without hyphens.</summary>
    public HyphenatedWords(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            foreach (var match in Word().EnumerateMatches(line)) _words.Add(line.Substring(match.Index, match.Length));
        }
    }

    /// <summary>
    /// Joins the next line to the text. A hyphen between two lines goes only if the text elsewhere has the word without
    /// it and not with it; before or after a capital or a digit it always stays ("S-" "400").
    /// </summary>
    public void Append(StringBuilder text, string next)
    {
        var end = text.Length;
        var isSplit = end > 1 && text[end - 1] is '-' or '\u2010' && char.IsLetterOrDigit(text[end - 2])
            && char.IsLetterOrDigit(next[0]);
        if (isSplit && DropsHyphen(text, next)) text.Length--;
        var isGlued = isSplit || (end > 1 && text[end - 1] == '—' && text[end - 2] != ' ');
        if (!isGlued) text.Append(' ');
        text.Append(next);
    }

    private bool DropsHyphen(StringBuilder text, string next)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var head = text.ToString(start, text.Length - 1 - start);
        var length = 0;
        while (length < next.Length && char.IsLetter(next[length])) length++;
        var tail = next[..length];
        if (head.Length == 0 || tail.Length == 0 || !char.IsLower(head[^1]) || !char.IsLower(tail[0])) return false;
        return _words.Contains(head + tail) && !_words.Contains($"{head}-{tail}");
    }

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
