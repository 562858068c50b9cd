using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>Two dates of a claim must come one after the other as in the passages: no "from 1990 to 1982", no "between Saturday and Friday", and none twice that they have once.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class DatePairCheck
{
    /// <summary>Why two dates do not belong together so; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claimed = window.Claim.Dates.Where(static date => !date.IsSpan).ToList();
        foreach (var (first, second) in claimed.Zip(claimed.Skip(1)))
            if (LinkPattern().IsMatch(window.Claim.Text[first.End..second.Start]) && IsTurned(window, first, second)) return $"the cited passage does not have {Written(window, first)} before {Written(window, second)}";
        return claimed.Find(date => IsSaidTooOften(window, date, claimed)) is { } repeated ? $"the cited passage gives {Written(window, repeated)} only once" : null;
    }

    private static string Written(SupportWindow window, CalendarMention date) => window.Claim.Text[date.Start..date.End];

    /// <summary>A sentence of the passages has both, and none has them in this order.</summary>
    private static bool IsTurned(SupportWindow window, CalendarMention first, CalendarMention second)
    {
        var both = window.All.Where(sentence => window.IsDated(sentence, first) && window.IsDated(sentence, second)).ToList();
        return both.Count > 0 && both.TrueForAll(sentence =>
            !sentence.Dates.Any(before => window.Says(before, first) && sentence.Dates.Any(after => after.Start > before.Start && window.Says(after, second))));
    }

    /// <summary>The claim dates two things so, the passages one.</summary>
    private static bool IsSaidTooOften(SupportWindow window, CalendarMention date, List<CalendarMention> claimed)
    {
        var own = claimed.Count(other => (other.Year, other.Month, other.Day, other.Weekday) == (date.Year, date.Month, date.Day, date.Weekday));
        return own > 1 && window.All.Sum(sentence => sentence.Dates.Count(other => window.Says(other, date))) is > 0 and var count && count < own;
    }

    [GeneratedRegex(@"^\s*(?:to|and|until|or|–|-)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkPattern();
}
