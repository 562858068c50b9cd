using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not have the opposite of a word in the place of that word: no "rose" for "fell", no "fair" for "unfair".</summary>
/// <remarks>A denied opposite is no contradiction ("not closed" for "open"). Pure and thread-safe.</remarks>
internal static class OppositeCheck
{
    private const int LeastRoot = 4;

    private static readonly string[] Turning = ["if", "unless", "before", "after", "more", "less", "most", "least", "already"];
    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non"];

    private static readonly FrozenDictionary<string, string[]> Stems = WordGroups.Opposites
        .SelectMany(static pair => from left in pair.Left from right in pair.Right select (Left: WordForms.StemOf(left), Right: WordForms.StemOf(right)))
        .SelectMany(static pair => new[] { pair, (Left: pair.Right, Right: pair.Left) })
        .GroupBy(static pair => pair.Left, static pair => pair.Right, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Why a word is the opposite of what the passages say; null when none is.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => IsOpposite(window, word)) is { } word
            ? $"the cited passage says the opposite of “{word.Text}”" : null;

    /// <summary>Whether two words are opposites.</summary>
    public static bool AreOpposites(TextWord left, TextWord right) =>
        Stems.GetValueOrDefault(left.Stem, []).Contains(right.Stem, StringComparer.Ordinal) || IsPrefixed(left, right) || IsPrefixed(right, left);

    /// <summary>Whether the word is in the list of opposites.</summary>
    public static bool IsPolar(TextWord word) => Stems.ContainsKey(word.Stem);

    private static bool IsOpposite(SupportWindow window, TextWord word)
    {
        if (word.Folded == "back" || (word.IsFunction && !Turning.Contains(word.Folded, StringComparer.Ordinal))) return false;
        if (window.Claim.Polarity.Scopes.Any(denial => denial.Cue == word)) return false;
        var places = PlacesOf(window, word);
        var isDenied = window.Claim.Polarity.Denies(word);
        return places.Count > 0 && places.All(place => AreOpposites(word, place.Word) && place.IsDenied == isDenied && !HasItself(window, place.Word));
    }

    /// <summary>The claim has the opposite too, and that stands on itself: "customers who are abroad are flown home".</summary>
    private static bool HasItself(SupportWindow window, TextWord opposite) => window.Claim.Words.Any(word =>
        WordForms.AreForms(word, opposite) && PlacesOf(window, word).Any(place => place.Word == opposite));

    private static IReadOnlyList<Occurrence> PlacesOf(SupportWindow window, TextWord word) =>
        Alignment.BestPlaces(window, word, other => AreOpposites(word, other) || WordForms.AreSimilar(word, other));

    /// <summary>"unsafe" and "safe", "illegally" and "legal".</summary>
    private static bool IsPrefixed(TextWord word, TextWord root) =>
        root is { IsFunction: false, IsCapital: false, Folded.Length: >= LeastRoot }
        && Prefixes.Any(prefix => word.Folded.StartsWith(prefix, StringComparison.Ordinal) && Plain(word.Folded.AsSpan(prefix.Length)).SequenceEqual(Plain(root.Folded)));

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word) => word.EndsWith("ly", StringComparison.Ordinal) ? word[..^2] : word;
}
