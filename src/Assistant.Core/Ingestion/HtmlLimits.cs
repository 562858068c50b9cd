using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Refuses markup that would keep a parser busy without end.</summary>
/// <remarks>
/// The HTML standard makes a parser search the open elements at each tag, and repeat each formatting element that was left
/// open in each later block: both cost elements times open elements.
/// </remarks>
internal static partial class HtmlLimits
{
    private const long MaximumElements = 400_000;
    private const long MaximumSearches = 60_000_000;
    private const long MaximumRepeats = 1_000_000;

    private static readonly FrozenSet<string> Formatting =
        "a b big code em font i nobr s small strike strong tt u".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Closed by the parser itself, so that none of them counts as open.</summary>
    private static readonly FrozenSet<string> SelfClosing =
        ("html head body p li dt dd td th tr tbody thead tfoot option optgroup rp rt area base br col colgroup embed hr img input " +
        "link meta source track wbr").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts tags; linear in the length.</summary>
    /// <exception cref="ArticleRefusedException">Too many elements, or too many left open.</exception>
    public static void Check(string markup)
    {
        var elements = 0L;
        var open = new OpenElements();
        var formatting = new OpenElements();
        var formattingNames = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var selfClosingNames = SelfClosing.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in Tag().EnumerateMatches(markup))
        {
            var tag = markup.AsSpan(match.Index + 1, match.Length - 1);
            var name = tag.TrimStart('/');
            var step = name.Length == tag.Length ? 1 : -1;
            elements += Math.Max(0, step);
            open.Add(selfClosingNames.Contains(name) ? 0 : step);
            formatting.Add(formattingNames.Contains(name) ? step : 0);
        }

        if (elements > MaximumElements || open.Sum > MaximumSearches || formatting.Sum > MaximumRepeats)
        {
            throw new ArticleRefusedException(
                $"Too large or faulty: {elements} elements, {open.Count} of them never closed. Save its text as .txt.");
        }
    }

    /// <summary>Elements open at a tag, and their sum over all tags.</summary>
    private sealed class OpenElements
    {
        public long Count { get; private set; }

        public long Sum { get; private set; }

        public void Add(int step)
        {
            Count = Math.Max(0, Count + step);
            Sum += Count;
        }
    }

    [GeneratedRegex("</?[a-z][a-z0-9]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
