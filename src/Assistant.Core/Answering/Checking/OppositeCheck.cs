using System.Collections.Frozen;
using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not have the opposite of a word in the place of that word: no "rose" for "fell", no "fair" for "unfair".</summary>
/// <remarks>A denied opposite is no contradiction ("not closed" for "open"). Pure and thread-safe.</remarks>
internal static class OppositeCheck
{
    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non"];

    private static readonly FrozenDictionary<string, string[]> Stems = WordGroups.Opposites
        .SelectMany(static pair => from left in pair.Left from right in pair.Right select (Left: PorterStemmer.Stem(left), Right: PorterStemmer.Stem(right)))
        .SelectMany(static pair => new[] { pair, (Left: pair.Right, Right: pair.Left) })
        .GroupBy(static pair => pair.Left, static pair => pair.Right, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Why a word is the opposite of what the passages say; null when none is.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => IsOpposite(window, word)) is { } word
            ? $"the cited passage says the opposite of “{word.Text}”" : null;

    /// <summary>Whether two words are opposites.</summary>
    public static bool AreOpposites(TextWord left, TextWord right) => OppositesOf(left).Contains(right.Stem, StringComparer.Ordinal);

    /// <summary>Whether the word is in the list of opposites.</summary>
    public static bool IsPolar(TextWord word) => Stems.ContainsKey(word.Stem);

    private static bool IsOpposite(SupportWindow window, TextWord word)
    {
        var opposites = OppositesOf(word).ToHashSet(StringComparer.Ordinal);
        if (opposites.Count == 0) return false;
        var places = Alignment.BestPlaces(window, word, other => opposites.Contains(other.Stem) || WordForms.AreSimilar(word, other));
        var isDenied = window.Claim.Polarity.Denies(word);
        return places.Count > 0 && places.All(place => opposites.Contains(place.Word.Stem) && place.IsDenied == isDenied);
    }

    private static IEnumerable<string> OppositesOf(TextWord word)
    {
        foreach (var opposite in Stems.GetValueOrDefault(word.Stem, [])) yield return opposite;
        if (word.IsFunction || word.IsCapital) yield break;
        foreach (var prefix in Prefixes)
        {
            yield return PorterStemmer.Stem(prefix + word.Folded);
            if (word.Folded.Length > prefix.Length + 3 && word.Folded.StartsWith(prefix, StringComparison.Ordinal))
                yield return PorterStemmer.Stem(word.Folded[prefix.Length..]);
        }
    }
}
