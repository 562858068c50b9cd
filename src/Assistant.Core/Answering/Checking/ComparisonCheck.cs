namespace Assistant.Core.Answering.Checking;

/// <summary>What a claim compares must stand on the same sides of "than" in the passages: no "four use less than two" for "two use less than four".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class ComparisonCheck
{
    private const int ReachBefore = 14;
    private const int ReachAfter = 8;

    /// <summary>Why the sides are exchanged; null when they are not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (Sides(window.Claim.Words) is not { } claimed) return null;
        return window.All.Any(sentence => Sides(sentence.Words) is { } said && WordForms.AreForms(claimed.Comparative, said.Comparative)
                && Only(claimed.Before, claimed.After).Any(word => Only(said.After, said.Before).Any(other => WordForms.AreForms(word, other)))
                && Only(claimed.After, claimed.Before).Any(word => Only(said.Before, said.After).Any(other => WordForms.AreForms(word, other))))
            ? $"the cited passage has it the other way round (“{claimed.Comparative.Text}”)" : null;
    }

    /// <summary>The telling words and numbers on both sides of "than", and the word of comparison; null without "than".</summary>
    private static (List<TextWord> Before, List<TextWord> After, TextWord Comparative)? Sides(IReadOnlyList<TextWord> words)
    {
        var than = words.ToList().FindIndex(static word => word.Folded == "than");
        if (than < 1) return null;
        var comparative = words.Take(than).LastOrDefault(static word => word.Folded is "more" or "less" or "fewer" || word.Folded.EndsWith("er", StringComparison.Ordinal));
        return comparative is null ? null
            : ([.. words.Take(than).TakeLast(ReachBefore).Where(IsTelling)], [.. words.Skip(than + 1).Take(ReachAfter).TakeWhile(static word => !word.IsClauseStart).Where(IsTelling)], comparative);
    }

    private static bool IsTelling(TextWord word) => !word.IsFunction || QuantityWords.Cardinals.ContainsKey(word.Folded);

    private static List<TextWord> Only(List<TextWord> side, List<TextWord> other) => side.FindAll(word => !other.Exists(known => WordForms.AreForms(word, known)));
}
