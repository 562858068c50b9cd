using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>The character-level part of an article's canonical form.</summary>
/// <remarks>Pure. Words are never changed: only what nobody sees, white space and line ends.</remarks>
internal static class CanonicalText
{
    /// <summary>Lone surrogates become U+FFFD, other controls a space, all line ends LF; then NFC.</summary>
    public static string Normalize(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.IsBmp)
            {
                clean.Append(Replace((char)rune.Value));
            }
            else
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The text as it is but for line ends, NFC, and what is no character: lone surrogates and controls.</summary>
    public static string NormalizeExact(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Normalised text in lines, each trimmed, runs of white space one space, invisible characters out.</summary>
    public static string[] ToLines(string text) => Array.ConvertAll(Normalize(text).Split('\n'), Tidy);

    /// <summary>One line: trimmed, runs of white space one space; null when nothing is left.</summary>
    public static string? ToLine(string? text)
    {
        if (text is null) return null;
        var line = Tidy(Normalize(text));
        return line.Length == 0 ? null : line;
    }

    /// <summary>Lines to text: blocks separated by exactly one blank line, none at either end.</summary>
    public static string Join(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        var gap = false;
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                if (text.Length > 0) text.Append(gap ? "\n\n" : "\n");
                text.Append(line);
            }

            gap = line.Length == 0;
        }

        return text.ToString();
    }

    private static char Replace(char character) => character switch
    {
        '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029' => '\n',
        _ when char.IsControl(character) || character is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF' => ' ',
        _ => character,
    };

    private static string Tidy(string line)
    {
        var tidy = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF') continue;
            if (!char.IsWhiteSpace(character))
            {
                tidy.Append(character);
            }
            else if (tidy.Length > 0 && tidy[^1] != ' ')
            {
                tidy.Append(' ');
            }
        }

        return tidy.ToString().TrimEnd();
    }
}
