using System.Globalization;

namespace Assistant.Core.Ingestion;

/// <summary>Tells lines in another script than the article's own.</summary>
/// <param name="isLatin">Whether the article's letters are mostly Latin.</param>
internal sealed class ScriptLetters(bool isLatin)
{
    private const char LastLatinLetter = '\u024F';
    private const double ForeignShare = 0.3;

    /// <summary>Counts the letters of all lines.</summary>
    public static ScriptLetters Of(IEnumerable<string> lines)
    {
        var (latin, other) = (0, 0);
        foreach (var line in lines)
        {
            var counts = Count(line);
            latin += counts.Latin;
            other += counts.Other;
        }

        return new ScriptLetters(latin >= other);
    }

    /// <summary>Whether at least a third or so of the line's letters are of another script.</summary>
    public bool IsForeign(string line)
    {
        var (latin, other) = Count(line);
        var foreign = isLatin ? other : latin;
        return foreign > 0 && foreign >= (latin + other) * ForeignShare;
    }

    private static (int Latin, int Other) Count(string line)
    {
        var (latin, other) = (0, 0);
        foreach (var character in line)
        {
            if (!char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.ModifierLetter) continue;
            if (character is <= LastLatinLetter or (>= '\u1E00' and <= '\u1EFF'))
            {
                latin++;
            }
            else
            {
                other++;
            }
        }

        return (latin, other);
    }
}
