using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>Finds the numbers of a text, with magnitude and unit.</summary>
/// <remarks>
/// "1.5 billion", "1,500 million", "$2.5bn", "fifty-nine", "a quarter of a million", "two and a half days",
/// "1:59:40", "32-12", "thirteenfold", "fourth". What belongs to a date or a name is not a number. Pure and thread-safe.
/// </remarks>
internal static partial class QuantityParser
{
    /// <summary>The numbers in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dates">The dates of the text, whose numbers are left out.</param>
    public static IReadOnlyList<Quantity> Parse(string text, IReadOnlyList<CalendarMention> dates)
    {
        var tokens = TokenPattern().Matches(text)
            .Where(match => !dates.Any(date => match.Index >= date.Start && match.Index < date.End))
            .Select(static match => new QuantityToken(match.Value.ToLowerInvariant(), match.Index, match.Index + match.Length))
            .ToList();
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count;)
        {
            var read = ReadAt(tokens, i, found);
            i += Math.Max(1, read);
        }

        return InheritUnits(found, text);
    }

    private static int ReadAt(List<QuantityToken> tokens, int index, List<Quantity> found)
    {
        var token = tokens[index];
        if (IsDesignation(token.Text)) return 1;
        if (ReadSpecial(token, found)) return 1;
        var reader = new QuantityReader(tokens, index);
        if (reader.Read() is not { } quantity) return 1;
        found.Add(quantity);
        return reader.Position - index;
    }

    /// <summary>A score ("32-12"), a duration or time of day ("1:59:40", "15:05"), or a multiple ("elevenfold").</summary>
    private static bool ReadSpecial(QuantityToken token, List<Quantity> found)
    {
        if (ScorePattern().IsMatch(token.Text))
        {
            foreach (var part in SplitScore(token.Text))
                found.Add(new Quantity(Number(part), "score", string.Empty, token.Start, token.End));
            return true;
        }

        if (ClockPattern().IsMatch(token.Text))
        {
            var parts = token.Text.Split(':').Select(Number).ToArray();
            string[] units = parts.Length == 3 ? ["h", "min", "s"] : ["clock", "clock"];
            found.AddRange(parts.Zip(units, (value, unit) => new Quantity(value, unit, string.Empty, token.Start, token.End)));
            return true;
        }

        if (!token.Text.EndsWith("fold", StringComparison.Ordinal)
            || !QuantityWords.Cardinals.TryGetValue(token.Text[..^4].TrimEnd('-'), out var times))
        {
            return false;
        }

        found.Add(new Quantity(times, "times", string.Empty, token.Start, token.End));
        return true;
    }

    /// <summary>In "500 million to 600 million dollars" the first number takes the unit of the second, in "50.2 per cent to 49.8" the second that of the first.</summary>
    private static List<Quantity> InheritUnits(List<Quantity> found, string text)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (IsRange(found[i], found[i + 1], text) && found[i].Unit.Length == 0 && found[i + 1].Unit.Length > 0)
                found[i] = found[i] with { Unit = found[i + 1].Unit, Noun = found[i + 1].Noun };
        }

        for (var i = 1; i < found.Count; i++)
        {
            if (IsRange(found[i - 1], found[i], text) && found[i] is { Unit: "", Noun: "" } && found[i - 1].Unit != Quantity.Ordinal)
                found[i] = found[i] with { Unit = found[i - 1].Unit };
        }

        return found;
    }

    private static bool IsRange(Quantity left, Quantity right, string text) =>
        RangePattern().IsMatch(text[Math.Min(left.End, right.Start)..right.Start]);

    private static bool IsDesignation(string token) =>
        char.IsLetter(token[0]) && token.Any(char.IsDigit);

    private static string[] SplitScore(string score) => score.Replace('–', '-').Split('-');

    private static decimal Number(string digits) =>
        decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : -1;

    [GeneratedRegex(@"\d+[-–]\d+(?![\w-])|\d{1,2}:\d\d(?::\d\d)?|[$€£%]|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:st|nd|rd|th)?(?=bn\b|m\b|km\b|kg\b)|\p{L}[\p{L}\p{N}]*(?:[-./]\p{L}*\d[\p{L}\p{N}]*)+|\p{L}+-hours?|light-years?|\d+(?:\.\d+)?(?:st|nd|rd|th)?(?!\p{L})|[\p{L}\p{N}]+|[,;:.()]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"^\d{1,3}[-–]\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ScorePattern();

    [GeneratedRegex(@"^\d{1,2}:\d\d(?::\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockPattern();

    [GeneratedRegex(@"^\s*(?:to|and|or|-|–)\s*[$€£]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RangePattern();
}
