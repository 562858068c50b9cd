using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>Finds what a paginated text repeats on each page: headers, footers, page numbers.</summary>
internal static partial class PageFurniture
{
    private const int MaximumLength = 160;
    private const int RepeatsOfPlainLine = 3;
    private const int RepeatsOfSiteLine = 2;
    private const int MaximumPageNumberLength = 30;

    /// <summary>The reason for each line that is furniture, else null; as many entries as lines.</summary>
    public static string?[] Find(IReadOnlyList<string> lines)
    {
        var forms = lines.Select(FormOf).ToArray();
        var repeats = forms.Where(form => form.Length > 0).CountBy(form => form).ToDictionary();
        var pageNumbers = lines.Count(IsPageNumber);
        var reasons = new string?[lines.Count];
        for (var i = 0; i < reasons.Length; i++)
        {
            if (pageNumbers > 1 && IsPageNumber(lines[i]))
            {
                reasons[i] = "page number";
            }
            else if (forms[i].Length > 0 && IsRepeated(lines[i], repeats[forms[i]]))
            {
                reasons[i] = "page header or footer";
            }
        }

        return reasons;
    }

    /// <summary>The host of a site address in a page header, without <c>www.</c>; null when it names none.</summary>
    public static string? SiteOf(string line) =>
        Site().Match(line) is { Success: true } match ? match.Groups["host"].Value.ToLowerInvariant() : null;

    private static bool IsRepeated(string line, int repeats) =>
        repeats >= RepeatsOfSiteLine && (Site().IsMatch(line) || (repeats >= RepeatsOfPlainLine && HasPageNumber(line)));

    private static bool HasPageNumber(string line) => char.IsDigit(line[^1]) || char.IsDigit(line[0]);

    private static bool IsPageNumber(string line) =>
        line.Length is > 0 and <= MaximumPageNumberLength && PageNumber().IsMatch(line);

    /// <summary>The line without its numbers, so that a header is the same on each page.</summary>
    private static string FormOf(string line) =>
        line.Length is 0 or > MaximumLength ? "" : Numbers().Replace(line, "").Trim().ToUpperInvariant();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:page|p\.|seite)\s*\d+(?:\s*(?:of|/|von)\s*\d+)?$|^[-–—]\s*\d+\s*[-–—]$|^\d{1,4}\s*(?:of|/)\s*\d{1,4}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?:^|\s)(?:https?://)?(?:www\.(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)|[\w.+-]+@(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}
