using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Answering;

/// <summary>Takes citation markers out of generated text.</summary>
/// <remarks>
/// Knows [1], [1, 2], [1][2], [1-3], [^1], 【1】 and 【1†source】. What stands in code or in quotation marks is text, not a
/// marker. A number that is no passage's is dropped, a range wholly when either end is. Pure and thread-safe.
/// </remarks>
internal static partial class CitationMarkers
{
    private const int MaximumDigits = 4;

    /// <summary>Takes the markers out.</summary>
    /// <param name="text">Generated text.</param>
    /// <param name="count">How many passages the context has.</param>
    /// <param name="places">Where in the plain text each number was cited, in order.</param>
    /// <returns>The text without markers.</returns>
    public static string TakeOut(string text, int count, List<(int Place, int Number)> places)
    {
        var plain = new StringBuilder(text.Length);
        var protectedRanges = ProtectedPattern().Matches(text).Select(static match => (match.Index, End: match.Index + match.Length)).ToList();
        var from = 0;
        foreach (Match match in MarkerPattern().Matches(text))
        {
            if (protectedRanges.Exists(range => match.Index >= range.Index && match.Index < range.End)) continue;
            plain.Append(text, from, match.Index - from);
            while (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
            places.AddRange(Numbers(match.Groups["numbers"].Value, count).Select(number => (plain.Length, number)));
            from = match.Index + match.Length;
            if (EndsSentence(plain, text, from)) plain.Append('\n');
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Where a marker that may still be being written begins; -1 when there is none.</summary>
    public static int OpenMarker(string text)
    {
        var open = text.LastIndexOfAny(['[', '【']);
        return open >= 0 && OpenPattern().IsMatch(text.AsSpan(open)) ? open : -1;
    }

    /// <summary>A marker between a full stop and white space ends the sentence, whatever the full stop is of ("p.m. [1] Then").</summary>
    private static bool EndsSentence(StringBuilder plain, string text, int next) =>
        plain.Length > 0 && plain[^1] is '.' or '!' or '?' && next < text.Length && text[next] == ' ';

    private static IEnumerable<int> Numbers(string list, int count)
    {
        foreach (var item in list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = item.TrimStart('^').Split(['-', '–'], 2);
            if (Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last) continue;
            if (first < 1 || last > count || first > last) continue;
            for (var number = first; number <= last; number++) yield return number;
        }
    }

    private static int? Number(string digits) =>
        digits.Length <= MaximumDigits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[\[【]\s*(?<numbers>\^?\d{1,12}(?:\s*[,;–-]\s*\^?\d{1,12})*)\s*(?:†[^\]】]{0,80})?[\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkerPattern();

    [GeneratedRegex("```.*?(?:```|$)|`[^`\\n]*`|“[^”\\n]{0,600}”|\"[^\"\\n]{0,600}\"", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ProtectedPattern();

    [GeneratedRegex(@"^[\[【][\d\s,;^–†-]{0,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenPattern();
}
