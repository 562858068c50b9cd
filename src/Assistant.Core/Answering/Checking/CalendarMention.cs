namespace Assistant.Core.Answering.Checking;

/// <summary>A date that a text mentions, as far as it says it.</summary>
/// <param name="Year">The year, when said or resolved.</param>
/// <param name="Month">1–12, when said or resolved.</param>
/// <param name="Day">1–31, when said or resolved.</param>
/// <param name="Weekday">The day of the week, when said.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
internal sealed record CalendarMention(int? Year, int? Month, int? Day, DayOfWeek? Weekday, int Start, int End)
{
    private const int DaysOfWeek = 7;

    /// <summary>Counted from another date ("two days later").</summary>
    public bool IsSpan { get; init; }

    /// <summary>The whole date, when year, month and day are known and exist.</summary>
    public DateOnly? Date =>
        Year is { } year && Month is { } month && Day is { } day && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    /// <summary>Whether everything this mention says is also said by the other.</summary>
    /// <param name="other">A mention of the cited passage.</param>
    /// <param name="published">The article's date, which gives a missing year.</param>
    /// <param name="yearsOfPassage">Years that the passage names.</param>
    public bool FollowsFrom(CalendarMention other, DateOnly? published, IReadOnlySet<int> yearsOfPassage)
    {
        if (IsSameWeekday(other) || IsInWeekOf(other, published)) return true;
        if (!Says(Day, other.Day) || !Says(Month, other.Month)) return false;
        if (other.Year is not null ? !Says(Year, other.Year) : !MayBeIn(other, published, yearsOfPassage)) return false;
        return Weekday is null || Weekday == (other.Weekday ?? other.Date?.DayOfWeek ?? Date?.DayOfWeek);
    }

    /// <summary>The other names the same day of the week and no date.</summary>
    private bool IsSameWeekday(CalendarMention other) => Weekday is not null && Weekday == other.Weekday && other.Day is null;

    /// <summary>The other names a day of the week only, and this is such a day in the week before or after the article's date.</summary>
    private bool IsInWeekOf(CalendarMention other, DateOnly? published) =>
        other is { Weekday: { } weekday, Day: null } && published is { } article && Date is { } date
        && date.DayOfWeek == weekday && Math.Abs(date.DayNumber - article.DayNumber) <= DaysOfWeek;

    private static bool Says(int? claimed, int? said) => claimed is null || claimed == said;

    private bool MayBeIn(CalendarMention other, DateOnly? published, IReadOnlySet<int> yearsOfPassage) =>
        Year is not { } year || (other.Month is not null && IsNear(year, other, published, yearsOfPassage));

    private static bool IsNear(int year, CalendarMention other, DateOnly? published, IReadOnlySet<int> yearsOfPassage)
    {
        if (yearsOfPassage.Contains(year)) return true;
        if (published is not { } date) return true;
        var month = new DateOnly(year, other.Month!.Value, 1);
        return month > date.AddMonths(-12) && month < date.AddMonths(12);
    }
}
