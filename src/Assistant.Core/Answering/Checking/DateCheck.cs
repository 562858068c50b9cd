namespace Assistant.Core.Answering.Checking;

/// <summary>Every date of a claim must follow from a date in the sentences it rests on.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DateCheck
{
    /// <summary>Why the dates do not follow; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var chosen = window.Chosen.SelectMany(static sentence => sentence.Dates).ToList();
        foreach (var claimed in window.Claim.Dates.Where(static date => !date.IsSpan))
        {
            var pool = chosen.Count > 0 ? chosen : Nearby(window);
            if (pool.Exists(other => window.Says(other, claimed))) continue;
            if (window.Related.Any(sentence => window.IsDated(sentence, claimed))) continue;
            if (IsArticleDate(claimed, window)) continue;
            return $"the date {window.Claim.Text[claimed.Start..claimed.End]} is not in the cited passage";
        }

        return null;
    }

    /// <summary>Dates of the sentences around the chosen ones, which themselves have none.</summary>
    private static List<CalendarMention> Nearby(SupportWindow window) =>
    [
        .. window.Context.Concat(window.All.Where(sentence => window.Chosen.Any(chosen =>
                chosen.Passage == sentence.Passage && chosen.Index == sentence.Index - 1)))
            .SelectMany(static sentence => sentence.Dates),
    ];

    /// <summary>A claim may date what a report without any date of its own says to the article's day, month or year.</summary>
    private static bool IsArticleDate(CalendarMention claimed, SupportWindow window) =>
        window.Published is { } date && window.Chosen.All(static sentence => sentence.Dates.Count == 0)
        && (claimed.Day is null || window.All.All(static sentence => sentence.Dates.Count == 0))
        && claimed.Year == date.Year && (claimed.Month ?? date.Month) == date.Month && (claimed.Day ?? date.Day) == date.Day;
}
