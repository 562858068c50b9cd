using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Refuses markup that would keep a parser busy without end.</summary>
/// <remarks>The standard makes a parser repeat each formatting element that was left open in each later block.</remarks>
internal static partial class HtmlLimits
{
    private const int MaximumElements = 400_000;
    private const long MaximumRepeats = 1_000_000;

    /// <summary>Counts tags; linear in the length.</summary>
    /// <exception cref="ArticleRefusedException">Too many elements, or too many left open.</exception>
    public static void Check(string markup)
    {
        long elements = 0;
        long open = 0;
        foreach (var match in Tag().EnumerateMatches(markup))
        {
            var tag = markup.AsSpan(match.Index, match.Length);
            if (tag[1] != '/') elements++;
            if (IsFormatting(tag[1..].TrimStart('/'))) open += tag[1] == '/' ? -1 : 1;
        }

        if (elements > MaximumElements || open * elements > MaximumRepeats)
        {
            throw new ArticleRefusedException(
                $"Too large or faulty: {elements} elements, {Math.Max(0, open)} of them never closed. Save its text as .txt.");
        }
    }

    private static bool IsFormatting(ReadOnlySpan<char> name) => Formatting().IsMatch(name);

    [GeneratedRegex("</?[a-z][a-z0-9]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formatting();
}
