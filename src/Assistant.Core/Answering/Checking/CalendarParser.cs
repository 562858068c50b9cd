using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>Finds the dates of a text and resolves relative words against the article's date.</summary>
/// <remarks>
/// "27 August 2019", "August 27, 2019", "2019-08-27", "late August", "in 2019", "on Tuesday", "yesterday", "last month",
/// "two days later", "Christmas Eve". A day of the week is the last one up to the article's date. Pure and thread-safe.
/// </remarks>
internal static partial class CalendarParser
{
    private const string Months =
        "January|February|March|April|May|June|July|August|September|October|November|December";

    private const string Weekdays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

    private static readonly string[] MonthNames = Months.Split('|');
    private static readonly string[] WeekdayNames = ["Sunday", .. Weekdays.Split('|')[..6]];

    /// <summary>Whether a word names a month or a day of the week.</summary>
    public static bool IsNameOfDay(string word) => MonthNames.Contains(word, StringComparer.Ordinal) || WeekdayNames.Contains(word, StringComparer.Ordinal);

    /// <summary>The dates in order of position; those resolved from a span of time last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="published">The article's date; null leaves relative words unresolved.</param>
    public static IReadOnlyList<CalendarMention> Parse(string text, DateOnly? published)
    {
        var found = new List<CalendarMention>();
        foreach (Match match in DatePattern().Matches(text))
            if ((HolidayOf(match) ?? ToMention(match, text, published)) is { } mention) found.Add(mention);
        return [.. found, .. Spans(text, found, published)];
    }

    /// <summary>Adds what "two days later" means when the date it counts from stands in an earlier sentence.</summary>
    public static IReadOnlyList<CalendarMention> ResolveSpans(
        string text, IReadOnlyList<CalendarMention> dates, CalendarMention earlier, DateOnly? published) =>
        [.. dates, .. Spans(text, [earlier with { Start = -1 }], published)];

    private static CalendarMention? ToMention(Match match, string text, DateOnly? published)
    {
        var weekday = match.Groups["weekday"] is { Success: true } name
            ? (DayOfWeek)Array.IndexOf(WeekdayNames, name.Value) : (DayOfWeek?)null;
        var (year, month, day) = (Number(match, "year"), MonthOf(match), Number(match, "day"));
        if (month is null && year is null && weekday is null) return Relative(match, published);
        if (IsBareMonth(match) && !IsMonthContext(text, match)) return null;
        if (day is > 31 or 0 || month is > 12 or 0) return null;
        var mention = new CalendarMention(year, month, day, weekday, match.Index, match.Index + match.Length);
        return month is null && published is { } date && !FuturePattern().IsMatch(SentenceAround(text, match.Index))
            ? OnLast(mention, date) : mention;
    }

    /// <summary>The last such day of the week up to the article's date.</summary>
    private static CalendarMention OnLast(CalendarMention mention, DateOnly published)
    {
        if (mention.Weekday is not { } weekday) return mention;
        var date = published.AddDays(-(((int)published.DayOfWeek - (int)weekday + 7) % 7));
        return mention with { Year = date.Year, Month = date.Month, Day = date.Day };
    }

    private static bool IsBareMonth(Match match) =>
        match.Groups["month"].Success && !match.Groups["day"].Success && !match.Groups["year"].Success;

    /// <summary>May, March and August can be other words; a bare month needs a word of time before it.</summary>
    private static bool IsMonthContext(string text, Match match) =>
        match.Groups["month"].Value is not ("May" or "March") || TimeWordPattern().IsMatch(text.AsSpan(0, match.Index));

    private static int? MonthOf(Match match) => match.Groups["month"] is { Success: true } name
        ? Array.IndexOf(MonthNames, name.Value) + 1 : Number(match, "monthNumber");

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    private static CalendarMention? HolidayOf(Match match)
    {
        if (match.Groups["holiday"] is not { Success: true } name) return null;
        var (month, day) = name.Value.Replace('’', '\'') switch { "Christmas Eve" => (12, 24), "Christmas Day" => (12, 25), "New Year's Eve" => (12, 31), _ => (1, 1) };
        return new CalendarMention(null, month, day, null, name.Index, name.Index + name.Length);
    }

    private static CalendarMention? Relative(Match match, DateOnly? published)
    {
        if (published is not { } date) return null;
        var (start, end) = (match.Index, match.Index + match.Length);
        CalendarMention Day(DateOnly day) => new(day.Year, day.Month, day.Day, null, start, end);
        var previous = date.AddMonths(-1);
        return match.Value.ToLowerInvariant() switch
        {
            "today" => Day(date),
            "yesterday" => Day(date.AddDays(-1)),
            "tomorrow" => Day(date.AddDays(1)),
            "this year" => new(date.Year, null, null, null, start, end),
            "last year" => new(date.Year - 1, null, null, null, start, end),
            "next year" => new(date.Year + 1, null, null, null, start, end),
            "this month" => new(date.Year, date.Month, null, null, start, end),
            "last month" => new(previous.Year, previous.Month, null, null, start, end),
            _ => null,
        };
    }

    /// <summary>"two days later", "a week earlier", "the day before": counted from the date before it and from the article's date.</summary>
    private static IEnumerable<CalendarMention> Spans(string text, IReadOnlyList<CalendarMention> dates, DateOnly? published)
    {
        foreach (Match match in SpanPattern().Matches(text))
        {
            var days = DaysOf(match);
            var anchors = dates.Where(date => date.Start < match.Index && date.Date is not null).TakeLast(2)
                .Select(static date => date.Date!.Value)
                .Concat(dates.Where(date => date.Start < match.Index && date.Date is null).TakeLast(1).SelectMany(date => WithYear(date, published)));
            foreach (var anchor in published is { } last ? anchors.Append(last) : anchors)
            {
                var date = anchor.AddDays(days);
                yield return new CalendarMention(date.Year, date.Month, date.Day, null, match.Index, match.Index + match.Length) { IsSpan = true };
            }
        }
    }

    private static IEnumerable<DateOnly> WithYear(CalendarMention mention, DateOnly? published)
    {
        if (mention is { Month: { } month, Day: { } day } && published is { } date && day <= 28) yield return new DateOnly(date.Year, month, day);
    }

    private static int DaysOf(Match match)
    {
        var word = match.Groups["count"].Value.ToLowerInvariant();
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            count = (int)QuantityWords.Cardinals.GetValueOrDefault(word, 1);
        var length = match.Groups["unit"].Value.StartsWith("week", StringComparison.OrdinalIgnoreCase) ? 7 : 1;
        var isLater = match.Groups["way"].Value is "later" or "after";
        return Math.Min(count, 1000) * length * (isLater ? 1 : -1);
    }

    private static string SentenceAround(string text, int index)
    {
        var start = text.LastIndexOf(". ", index, StringComparison.Ordinal) + 1;
        var end = text.IndexOf(". ", index, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex($@"(?:(?<weekday>{Weekdays})(?:\s+(?:morning|afternoon|evening|night))?,?\s+)?(?:the\s+)?(?<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>{Months})\b(?:,?\s+(?<year>[12]\d{{3}})\b)?|(?:(?<weekday>{Weekdays}),?\s+)?(?<month>{Months})\s+(?<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year>[12]\d{{3}})\b)?|\b(?<year>[12]\d{{3}})-(?<monthNumber>\d\d)-(?<day>\d\d)\b|\b(?<month>{Months})\b(?:\s+(?:of\s+)?(?<year>[12]\d{{3}})\b)?|\b(?<weekday>{Weekdays})\b|(?<![\d.,$€£-]|[A-Z]-|[A-Z]{{2}} )\b(?<year>1\d{{3}}|20\d\d|21\d\d)\b(?![.,]?\d|-\p{{L}}|\s+(?:megawatts?|metres?|meters?|kilomet\w+|people|miles?|tonnes?|dollars|euros|cases|years|separate|image|pages|votes|seats|homes|men|women|soldiers|children|jobs|kilowatts?))|\b(?<holiday>Christmas Eve|Christmas Day|New Year['’]s Eve|New Year['’]s Day)\b|\b(?:today|yesterday|tomorrow|(?:this|last|next)\s+(?:year|month))\b", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|to|[Ll]ast|[Dd]uring|early|late|mid|and|before|after|this|next|each|every)[\s-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeWordPattern();

    [GeneratedRegex(@"\b(?:will|is to|are to|next|plans? to|due)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FuturePattern();

    [GeneratedRegex(@"\b(?:(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|the)\s+)(?<unit>days?|weeks?)\s+(?<way>later|earlier|before|after|ago)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpanPattern();
}
