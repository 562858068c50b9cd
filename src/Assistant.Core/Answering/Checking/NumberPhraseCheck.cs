using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>The words right beside a number must say the same in the passages: "185 metres high", "700 each", "five more than", "the second half".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class NumberPhraseCheck
{
    /// <summary>Why the words beside a number do not fit; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (IsOtherSpan(window)) return "the cited passage has another span of time";
        foreach (var quantity in window.Claim.Quantities.Where(quantity => !NumberCheck.IsPartOfName(quantity, window)))
        {
            var written = window.Claim.Text[quantity.Start..quantity.End];
            if (quantity.Unit == Quantity.Ordinal ? IsOtherOrdinal(window, quantity) : IsOtherPhrase(window, quantity))
                return $"the cited passage does not say {written} of this";
        }

        return null;
    }

    /// <summary>"a month after", where the passages have "a week after" alone.</summary>
    private static bool IsOtherSpan(SupportWindow window) => SpanPattern().Match(window.Claim.Text) is { Success: true } claimed
        && window.All.SelectMany(static sentence => SpanPattern().Matches(sentence.Text)).Where(said => said.Groups[2].Value == claimed.Groups[2].Value).ToList() is { Count: > 0 } spans
        && spans.TrueForAll(said => said.Groups[1].Value != claimed.Groups[1].Value);

    private static bool IsOtherPhrase(SupportWindow window, Quantity quantity)
    {
        var (claimed, before) = (window.Claim.Text[quantity.End..], window.Claim.Text[..quantity.Start]);
        var said = window.All.SelectMany(sentence => sentence.Quantities.Where(quantity.Agrees).Select(other => (Before: sentence.Text[..other.Start], After: sentence.Text[other.End..]))).ToList();
        if (said.Count == 0) return false;
        if (IsOfNoAge(window, quantity, before, claimed) || IsFromForTo(before, said.ConvertAll(static other => other.Before))) return true;
        if (said.TrueForAll(other => AllButPattern().IsMatch(other.Before) != AllButPattern().IsMatch(before))) return true;
        if (IsOfThese(before, claimed, said.ConvertAll(static other => other.Before)) || IsOtherDimension(claimed, said.ConvertAll(static other => other.After))) return true;
        if (IsTurned(claimed, said.ConvertAll(static other => other.After))) return true;
        return said.TrueForAll(other => DifferencePattern().IsMatch(other.After) != DifferencePattern().IsMatch(claimed));
    }

    /// <summary>"Rossi, 34, won", "aged 34", where the passages have 34 of something else.</summary>
    private static bool IsOfNoAge(SupportWindow window, Quantity quantity, string before, string after) =>
        quantity.Unit.Length == 0 && quantity.Noun.Length == 0 && (AgedPattern().IsMatch(before) || (BehindNamePattern().IsMatch(before) && after.StartsWith(',')))
        && !window.All.Any(sentence => sentence.Quantities.Any(other => quantity.Agrees(other) && (other.Unit == "year" || (other.Unit.Length == 0 && other.Noun.Length == 0))));

    /// <summary>"to 38 from nine", where the passages have "from 38".</summary>
    private static bool IsFromForTo(string before, List<string> said) => FromOrToPattern().Match(before) is { Success: true } way
        && said.TrueForAll(other => FromOrToPattern().Match(other) is { Success: true } there && there.Groups[1].Value != way.Groups[1].Value);

    /// <summary>"in all" for "each" or the other way round; "40 years ago" for "for 40 years".</summary>
    private static bool IsTurned(string claimed, List<string> said) =>
        (WholePattern().IsMatch(claimed) && said.TrueForAll(EachPattern().IsMatch))
        || (EachPattern().IsMatch(claimed) && said.TrueForAll(WholePattern().IsMatch))
        || (AgoPattern().IsMatch(claimed) && !said.Exists(EarlierPattern().IsMatch));

    /// <summary>The passages have "three of the 40" or "of the 40, three died", the claim has 40.</summary>
    private static bool IsOfThese(string before, string after, List<string> said) =>
        (said.TrueForAll(static other => OfManyPattern().IsMatch(other)) && !OfPattern().IsMatch(before))
        || (said.TrueForAll(static other => FrontedOfPattern().IsMatch(other)) && (SomePattern().IsMatch(before) || OfPhrasePattern().IsMatch(after)));

    private static bool IsOtherDimension(string claimed, List<string> said) =>
        DimensionPattern().Match(claimed) is { Success: true } dimension
        && said.TrueForAll(after => DimensionPattern().Match(after) is { Success: true } there && there.Groups[1].Value != dimension.Groups[1].Value);

    /// <summary>"the second half", where the passages speak of the first half only.</summary>
    private static bool IsOtherOrdinal(SupportWindow window, Quantity quantity)
    {
        if (NextOf(window.Claim.Words, quantity) is not { } counted) return false;
        var ordinals = window.All.SelectMany(sentence => sentence.Quantities.Where(static other => other.Unit == Quantity.Ordinal)
            .Select(other => (other.Value, Next: NextOf(sentence.Words, other)))).Where(static pair => pair.Next is not null).ToList();
        var said = ordinals.FindAll(pair => WordForms.AreForms(pair.Next!, counted));
        return said.Count > 0 ? !said.Exists(pair => pair.Value == quantity.Value)
            : IsTime(counted) && ordinals.Exists(pair => pair.Value == quantity.Value && IsTime(pair.Next!));
    }

    private static bool IsTime(TextWord word) => QuantityWords.Units.GetValueOrDefault(word.Folded) is "year" or "month" or "week" or "day" or "h" or "min";

    private static TextWord? NextOf(IReadOnlyList<TextWord> words, Quantity quantity) =>
        words.FirstOrDefault(word => word.Start >= quantity.End) is { IsFunction: false, IsClauseStart: false } next ? next : null;

    [GeneratedRegex(@"\b(?:aged|at the age of)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex AgedPattern();

    [GeneratedRegex(@"\p{Lu}[\p{L}’'-]+,\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex BehindNamePattern();

    [GeneratedRegex(@"\b(from|to)\s+(?:(?:the|about|some|around|nearly|almost|over|more than|only)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex FromOrToPattern();

    [GeneratedRegex(@"\b(?:all|every\p{L}*|any\p{L}*|each)(?:\s+\p{L}+)?\s+but\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AllButPattern();

    [GeneratedRegex(@"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|none|some|many|few))\s+of\s+(?:(?:the|its|their|his|her|about|some|nearly|over|around)\s+)*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfManyPattern();

    [GeneratedRegex(@"(?:^|[,;]\s+)(?:[Oo]f|[Oo]ut of)\s+(?:(?:the|its|their|his|her|about|some|nearly|over|around|more than)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex FrontedOfPattern();

    [GeneratedRegex(@"(?:^|[,;]\s+)(?:(?:[Aa]bout|[Ss]ome|[Nn]early|[Aa]round|[Aa]ll|[Oo]ver)\s+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex SomePattern();

    [GeneratedRegex(@"^\s+of\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfPhrasePattern();

    [GeneratedRegex(@"\b(?:(?:of|out of|among|from|all|total|altogether|and)\s+(?:[\p{L}'’-]+\s+){0,2}|the\s+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfPattern();

    [GeneratedRegex(@"\b(?:an?|one|[Tt]he)\s+(hour|day|week|month|year|decade|century)\s+(before|after|later|earlier|ago)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpanPattern();

    [GeneratedRegex(@"^\s+ago\b", RegexOptions.CultureInvariant)]
    private static partial Regex AgoPattern();

    [GeneratedRegex(@"^\s+(?:ago|before|earlier)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EarlierPattern();

    [GeneratedRegex(@"^(?:\s+an?\s+\p{L}+)?\s+(high|tall|long|wide|deep|thick|across|old|away|above|below|broad|apart|ago|later|earlier)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DimensionPattern();

    [GeneratedRegex(@"^(?:\s+\p{L}+){0,2}\s+(?:in all|in total|altogether|combined|together|between them)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"^(?:\s+\p{L}+){0,2}\s+(?:each|apiece|per head)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EachPattern();

    [GeneratedRegex(@"^(?:\s+(?!or\b)\p{L}+)?\s+(?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|taller|heavier|lighter|faster|slower|older|younger)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DifferencePattern();
}
