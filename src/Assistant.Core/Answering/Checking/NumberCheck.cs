namespace Assistant.Core.Answering.Checking;

/// <summary>Every number of a claim, with its unit, must stand in the sentences it rests on, and belong to the same thing.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class NumberCheck
{
    private const string First = "first";

    private static readonly string[] AtMost = ["no more than", "at most", "up to", "as many as", "nearly", "almost", "less than", "fewer than", "under", "below", "barely", "hardly", "scarcely", "not quite"];

    /// <summary>Why the numbers do not follow; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var claimed in window.Claim.Quantities)
        {
            var written = window.Claim.Text[claimed.Start..claimed.End];
            if (IsPartOfName(claimed, window)) continue;
            if (IsOfOtherName(claimed, window)) return $"the cited passage has another number than {written} behind this name";
            if (IsCountOfOther(claimed, window)) return $"the number {written} belongs to something else in the cited passage";
            if (!IsSaid(claimed, window) && !IsDefinite(claimed, window)) return $"the number {written} is not in the cited passage";
        }

        return CountsOne(window) ?? Compare(window);
    }

    /// <summary>"Voyager 2".</summary>
    public static bool IsPartOfName(Quantity claimed, SupportWindow window) =>
        NameBefore(window.Claim.Text, window.Claim.Words, claimed) is { } name && NumbersBehind(window, name).Any(other => other.Value == claimed.Value);

    /// <summary>"Voyager 6", where the passages have "Voyager 2".</summary>
    private static bool IsOfOtherName(Quantity claimed, SupportWindow window) =>
        NameBefore(window.Claim.Text, window.Claim.Words, claimed) is { } name && NumbersBehind(window, name).Any();

    /// <summary>The numbers that stand right behind a name.</summary>
    private static IEnumerable<Quantity> NumbersBehind(SupportWindow window, TextWord name) => window.All.SelectMany(sentence =>
        sentence.Quantities.Where(other => NameBefore(sentence.Text, sentence.Words, other)?.Folded == name.Folded));

    /// <summary>The name right before a number without unit; null for none, and for a day or a month.</summary>
    private static TextWord? NameBefore(string text, IReadOnlyList<TextWord> words, Quantity number) =>
        number.Unit.Length == 0 && TextWords.Before(words, number.Start) is { IsCapital: true, IsFunction: false } name
        && number.Start == name.End + 1 && text[name.End] == ' ' && !CalendarParser.IsNameOfDay(name.Text) ? name : null;

    private static bool IsSaid(Quantity claimed, SupportWindow window) => IsFirst(claimed)
        ? SaysFirst(window)
        : window.Related.Any(sentence => sentence.Quantities.Any(claimed.Agrees));

    /// <summary>"the two men", "all three countries": refers to who is known; their number stands elsewhere, or they are named.</summary>
    private static bool IsDefinite(Quantity quantity, SupportWindow window) =>
        quantity is { Value: >= 2 and <= 4, Unit: "" }
        && TextWords.Before(window.Claim.Words, quantity.Start)?.Folded is "the" or "these" or "its" or "their" or "all"
        && !window.All.Any(sentence => sentence.Quantities.Any(other => other.Noun == quantity.Noun && other.Value != quantity.Value))
        && (window.All.Any(sentence => sentence.Quantities.Any(other => other.Value == quantity.Value))
            || window.Sentences.Any(sentence => sentence.Words.Count(static word => word.IsCapital) >= (int)quantity.Value));

    private static bool IsFirst(Quantity quantity) => quantity is { Value: 1, Unit: Quantity.Ordinal };

    private static bool SaysFirst(SupportWindow window) =>
        window.Related.Any(static sentence => sentence.Words.Any(static word => word.Folded is First or "never" or "original" or "originally" or "opening" or "debut" or "inaugural"));

    /// <summary>"one goal", where the passages count two.</summary>
    private static string? CountsOne(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Folded is not ("one" or "single") || words[i + 1].IsFunction) continue;
            var counts = window.Sentences.SelectMany(static sentence => sentence.Quantities).Where(other => other.Noun == words[i + 1].Stem).ToList();
            if (counts.Count > 0 && counts.TrueForAll(static other => other.Value != 1)) return $"the cited passage counts more than one {words[i + 1].Text}";
        }

        return null;
    }

    /// <summary>The passage counts the claimed noun, but with another number, and the claimed number with another noun.</summary>
    private static bool IsCountOfOther(Quantity claimed, SupportWindow window)
    {
        if (claimed.Noun.Length == 0 || claimed.Unit.Length > 0) return false;
        var plain = window.Sentences.SelectMany(static sentence => sentence.Quantities).Where(static other => other.Unit.Length == 0).ToList();
        if (plain.Exists(other => other.Value == claimed.Value && other.Noun.Length == 0)) return false;
        var countsNoun = plain.Where(other => other.Noun == claimed.Noun).ToList();
        return countsNoun.Count > 0 && countsNoun.TrueForAll(other => other.Value != claimed.Value);
    }

    /// <summary>"more than" and "less than" must point the same way.</summary>
    private static string? Compare(SupportWindow window)
    {
        foreach (var claimed in window.Claim.Quantities)
        {
            var direction = Direction(window.Claim.Text, claimed.Start);
            if (direction == 0) continue;
            var others = window.Sentences.SelectMany(sentence => sentence.Quantities
                .Where(claimed.Agrees).Select(other => Direction(sentence.Text, other.Start))).ToList();
            if (others.Count > 0 && others.TrueForAll(other => other == -direction))
                return $"the cited passage compares {window.Claim.Text[claimed.Start..claimed.End]} the other way";
        }

        return null;
    }

    private static int Direction(string text, int start)
    {
        var before = text[Math.Max(0, start - 14)..start].TrimEnd().ToLowerInvariant();
        if (Array.Exists(AtMost, phrase => before.EndsWith(phrase, StringComparison.Ordinal))) return -1;
        if (before.EndsWith("more than", StringComparison.Ordinal) || before.EndsWith("over", StringComparison.Ordinal)
            || before.EndsWith("at least", StringComparison.Ordinal))
        {
            return 1;
        }

        return 0;
    }
}
