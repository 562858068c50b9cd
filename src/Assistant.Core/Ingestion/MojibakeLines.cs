using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Drops lines that were decoded wrongly before they came here, and are past reading.</summary>
/// <remarks>A line with a few such characters stays as it is: words are never changed.</remarks>
internal static partial class MojibakeLines
{
    private const double LeastShare = 0.2;
    private const string Reason = "mojibake";

    /// <summary>The draft without those lines, which became removed blocks.</summary>
    public static ArticleDraft Drop(ArticleDraft draft)
    {
        if (draft.IsExact || !draft.Lines.Any(IsMojibake)) return draft;
        var removed = draft.Lines.Where(IsMojibake).Select(static line => new RemovedBlock(line, Reason));
        return draft with
        {
            Lines = [.. draft.Lines.Select(static line => IsMojibake(line) ? "" : line)],
            Removed = [.. draft.Removed, .. removed],
        };
    }

    /// <summary>Whether a block was dropped for this reason.</summary>
    public static bool IsReason(RemovedBlock block) => block.Reason == Reason;

    /// <summary>Whether at least a fifth of the line's characters are of such runs.</summary>
    internal static bool IsMojibake(string line)
    {
        var faulty = 0;
        foreach (var match in Run().EnumerateMatches(line)) faulty += match.Length;
        return faulty > 1 && faulty >= line.Count(static character => character != ' ') * LeastShare;
    }

    /// <summary>
    /// UTF-8 read as Windows-1252 (Ã©, â€™, Ð¿Ñ€) or as Windows-1251 (РїСЂ), one-byte encodings read as Windows-1252
    /// (Ïðèâåò), and what could not be decoded.
    /// </summary>
    [GeneratedRegex(
        @"(?:[ÂÃÄÅÎÏÐÑ×ØÙ][\u0080-\u00BFŒœŠšŸŽžƒˆ˜‚„†‡‰‹›€‘’“”•–—…™])+|â(?:€.|„¢)|(?:[РС][\u00A0-\u00BF\u0402-\u040F\u0451-\u045F\u0490\u0491\u2010-\u2122]){2,}"
        + @"|[\u00C0-\u00FF]{4,}|\uFFFD{2,}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
