namespace Assistant.Core.Answering.Checking;

/// <summary>Every number of a claim, with its unit, must stand in the sentences it rests on, and belong to the same thing.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class NumberCheck
{
    private const string First = "first";

    /// <summary>Why the numbers do not follow; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var claimed in window.Claim.Quantities)
        {
            var written = window.Claim.Text[claimed.Start..claimed.End];
            if (IsCountOfOther(claimed, window)) return $"the number {written} belongs to something else in the cited passage";
            if (!IsDefinite(claimed, window.Claim) && !IsSaid(claimed, window)) return $"the number {written} is not in the cited passage";
        }

        return Compare(window);
    }

    private static bool IsSaid(Quantity claimed, SupportWindow window) =>
        IsFirst(claimed) ? SaysFirst(window) : window.Sentences.Any(sentence => sentence.Quantities.Any(claimed.Agrees));

    /// <summary>"the two men", "these three countries": refers to who is known, asserts no number.</summary>
    private static bool IsDefinite(Quantity quantity, ClaimText claim) =>
        quantity is { Value: >= 2 and <= 4, Unit: "" } && claim.Words.LastOrDefault(word => word.End <= quantity.Start)?.Folded is "the" or "these" or "its" or "their" or "all";

    private static bool IsFirst(Quantity quantity) => quantity is { Value: 1, Unit: Quantity.Ordinal };

    private static bool SaysFirst(SupportWindow window) =>
        window.Sentences.Any(static sentence => sentence.Words.Any(static word => word.Folded is First or "never" or "no" or "original" or "originally" or "new" or "opening" or "begin" or "began" or "begun" or "start" or "started" or "only"));

    /// <summary>The passage counts the claimed noun, but with another number, and the claimed number with another noun.</summary>
    private static bool IsCountOfOther(Quantity claimed, SupportWindow window)
    {
        if (claimed.Noun.Length == 0 || claimed.Unit.Length > 0) return false;
        var plain = window.Sentences.SelectMany(static sentence => sentence.Quantities).Where(static other => other.Unit.Length == 0).ToList();
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
        if (before.EndsWith("no more than", StringComparison.Ordinal) || before.EndsWith("at most", StringComparison.Ordinal)) return -1;
        if (before.EndsWith("more than", StringComparison.Ordinal) || before.EndsWith("over", StringComparison.Ordinal)
            || before.EndsWith("at least", StringComparison.Ordinal))
        {
            return 1;
        }

        return before.EndsWith("less than", StringComparison.Ordinal) || before.EndsWith("fewer than", StringComparison.Ordinal)
            || before.EndsWith("under", StringComparison.Ordinal) || before.EndsWith("below", StringComparison.Ordinal) ? -1 : 0;
    }
}
