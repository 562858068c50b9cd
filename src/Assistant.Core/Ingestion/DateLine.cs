using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>A short line that states when an article was published, such as "Sample Wire, 30 October 2019".</summary>
/// <param name="Date">Midnight UTC of the day, or the stated time when it has an offset.</param>
/// <param name="Rest">What else the line says: a publisher or a byline; empty if nothing.</param>
internal sealed partial record DateLine(DateTimeOffset Date, string Rest)
{
    private const int MaximumLength = 110;
    private const int MaximumRestWords = 6;

    private static readonly string[] NameParticles = ["of", "the", "and", "for", "by", "de", "von", "van", "al"];

    private static readonly string[] DayFormats =
    [
        "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "yyyy-M-d", "yyyy/M/d", "d.M.yyyy", "yyyy.M.d",
    ];

    /// <summary>Reads a stated publication time: ISO 8601, with or without time and offset, or a date in words.</summary>
    /// <returns>UTC; null when there is no whole date in it.</returns>
    public static DateTimeOffset? ReadDate(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumLength) return null;
        if (DateTimeOffset.TryParse(
            IsoTime().Match(text) is { Success: true } iso ? iso.Value : null,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            return IsPlausible(time) ? time : null;
        }

        var match = Day().Match(text);
        return match.Success ? ParseDay(match.Value) : null;
    }

    /// <summary>Reads the line; null when it is no line of this kind. A day without a year is never one.</summary>
    public static DateLine? Read(string line)
    {
        if (line.Length > MaximumLength) return null;
        var match = IsoTime().Match(line);
        if (!match.Success) match = Day().Match(line);
        if (!match.Success || ReadDate(match.Value) is not { } date) return null;
        var rest = Label().Replace(line.Remove(match.Index, match.Length), " ");
        rest = Separators().Replace(rest, " ").Trim();
        return rest.Length == 0 || IsName(rest) ? new DateLine(date, rest) : null;
    }

    /// <summary>A few capitalised words, with "of" and the like between: no part of a sentence.</summary>
    private static bool IsName(string rest)
    {
        var words = rest.Split(' ');
        return words.Length <= MaximumRestWords && rest[^1] is not ('.' or ':')
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || NameParticles.Contains(word));
    }

    private static DateTimeOffset? ParseDay(string text)
    {
        var plain = OrdinalSuffix().Replace(text, "$1");
        plain = plain.Replace(",", " ", StringComparison.Ordinal).Replace(" of ", " ", StringComparison.OrdinalIgnoreCase);
        plain = MonthStop().Replace(plain, "$1").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        plain = Spaces().Replace(plain, " ").Trim();
        if (Slashed().Match(plain) is { Success: true } slashed) plain = FromSlashes(slashed);
        return DateTimeOffset.TryParseExact(
            plain, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && IsPlausible(date)
            ? date
            : null;
    }

    /// <summary>Only when one number cannot be a month: 27/08/2019 and 08/27/2019 are clear, 05/09/2019 is not.</summary>
    private static string FromSlashes(Match match)
    {
        var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var second = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        if (first <= 12 && second <= 12 && first != second) return "";
        return first > 12 ? $"{first}.{second}.{match.Groups[3].Value}" : $"{second}.{first}.{match.Groups[3].Value}";
    }

    private static bool IsPlausible(DateTimeOffset date) => date.Year is >= 1500 and <= 2200;

    private const string Months =
        "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?", RegexOptions.CultureInvariant)]
    private static partial Regex IsoTime();

    [GeneratedRegex(
        @"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:" + Months + @")\.?,? \d{4}\b|\b(?:" + Months + @")\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b" +
        @"|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}[/.]\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b", Flags)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"\b(?:first |last )?(?:published|updated|posted|modified|dated?)\b(?: on| at)?:?|\b\d+ min(?:ute)?s? read\b" +
        @"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)?\b" +
        @"|\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|MSK)\b", Flags)]
    private static partial Regex Label();

    [GeneratedRegex(@"[|·•,;—–/()\s]+|(?:^|\s)-(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalSuffix();

    [GeneratedRegex(@"\b(\p{L}{3,9})\.", RegexOptions.CultureInvariant)]
    private static partial Regex MonthStop();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
