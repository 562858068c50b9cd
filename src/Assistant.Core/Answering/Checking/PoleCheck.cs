using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A small word of a claim must not be the opposite of the one that the passages have between the same words: no "votes for it" for "votes against it".</summary>
/// <remarks>Articles and "of" do not count as words between. Pure and thread-safe.</remarks>
internal static class PoleCheck
{
    private static readonly FrozenDictionary<string, string[]> Opposites = new (string Left, string Right)[]
        {
            ("for", "against"), ("all", "none"), ("some", "none"), ("something", "nothing"), ("everything", "nothing"), ("somebody", "nobody"),
            ("everybody", "nobody"), ("everyone", "nobody"), ("both", "neither"), ("often", "never"), ("always", "never"), ("with", "without"), ("yes", "no"),
        }
        .SelectMany(static pair => new[] { pair, (Left: pair.Right, Right: pair.Left) })
        .GroupBy(static pair => pair.Left, static pair => pair.Right, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["a", "an", "the", "of"], StringComparer.Ordinal);

    /// <summary>Why a word is turned round; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claimed = Between(window.Claim.Words).Where(static place => Opposites.ContainsKey(place.Word.Folded)).ToList();
        if (claimed.Count == 0) return null;
        var said = window.All.SelectMany(static sentence => Between(sentence.Words)).ToList();
        return claimed.Find(place => said.FindAll(place.IsBesideSame) is { Count: > 0 } same
                && same.Exists(other => Opposites[place.Word.Folded].Contains(other.Word.Folded, StringComparer.Ordinal)) && !same.Exists(other => other.Word.Folded == place.Word.Folded)) is { } turned
            ? $"the cited passage says the opposite of “{turned.Word.Text}”" : null;
    }

    private static IEnumerable<Place> Between(IReadOnlyList<TextWord> words)
    {
        var kept = words.Where(static word => !Articles.Contains(word.Folded)).ToList();
        for (var i = 1; i < kept.Count; i++)
            yield return new Place(kept[i], kept[i - 1], i + 1 < kept.Count && !kept[i + 1].IsClauseStart ? kept[i + 1] : null);
    }

    /// <summary>A word and its neighbours.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Before">The word before it.</param>
    /// <param name="After">The word behind it; null at the end of a clause.</param>
    private sealed record Place(TextWord Word, TextWord Before, TextWord? After)
    {
        public bool IsBesideSame(Place other) => WordForms.AreForms(Before, other.Before)
            && (After, other.After) is (null, null) or ({ }, { }) && (After is null || WordForms.AreForms(After, other.After!));
    }
}
