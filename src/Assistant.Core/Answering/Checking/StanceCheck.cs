using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not be for a thing that the passages are against, nor the other way round: no "was for the sale" for "opposed the sale".</summary>
/// <remarks>Looks at "for" and "against" right behind a form of "be", which no other check reads as a verb. Pure and thread-safe.</remarks>
internal static class StanceCheck
{
    private static readonly FrozenSet<string> Pro = FrozenSet.ToFrozenSet(["for", "favour", "favor", "favoured", "support", "supported", "supports", "supporting", "backed", "backs", "back", "backing", "endorsed", "welcomed"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Contra = FrozenSet.ToFrozenSet(["against", "oppose", "opposed", "opposes", "opposing", "opponents", "rejected", "object", "objected", "resisted"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Advising = FrozenSet.ToFrozenSet(["recommend", "recommended", "recommends", "advise", "advised", "advises", "decide", "decided", "vote", "voted", "votes", "rule", "ruled", "rules", "speak", "spoke", "spoken", "campaign", "campaigned", "argue", "argued", "argues", "testify", "testified"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Objects = FrozenSet.ToFrozenSet(["for", "the", "a", "an", "to", "it", "its", "this", "him", "her", "his", "them", "their"], StringComparer.Ordinal);

    /// <summary>Why a stance is turned round; null when none is.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => (IsStance(window.Claim.Words, word) && IsTurned(window, word)) || DropsAgainst(window, word)) is { } stance
            ? $"the cited passage says the opposite of “{stance.Text}”" : null;

    private static bool IsTurned(SupportWindow window, TextWord stance)
    {
        var (own, other) = stance.Folded == "against" ? (Contra, Pro) : (Pro, Contra);
        if (window.Claim.Polarity.Denies(stance)) return false;
        var places = Alignment.BestPlaces(window, stance, word => own.Contains(word.Folded) || other.Contains(word.Folded))
            .Where(place => place.Word.Folded != "for" || IsStance(place.Sentence.Words, place.Word)).ToList();
        return places.Count > 0 && places.TrueForAll(place => other.Contains(place.Word.Folded) && !place.IsDenied);
    }

    /// <summary>"recommended the offer", where the passages have "recommended against the offer".</summary>
    private static bool DropsAgainst(SupportWindow window, TextWord verb) =>
        Advising.Contains(verb.Folded) && TextWords.After(window.Claim.Words, verb) is { } next && (next.IsCapital || Objects.Contains(next.Folded)) && !window.Claim.Words.Any(static word => Contra.Contains(word.Folded))
        && Alignment.BestPlaces(window, verb, word => WordForms.AreForms(word, verb)) is { Count: > 0 } places && places.All(static place => TextWords.After(place.Sentence.Words, place.Word)?.Folded == "against");

    /// <summary>"were for", "had been against"; but not "was for sale".</summary>
    private static bool IsStance(IReadOnlyList<TextWord> words, TextWord word) =>
        (word.Folded == "favour" && TextWords.Before(words, word)?.Folded == "in") || (word.Folded is "for" or "against" && TextWords.After(words, word)?.Folded is not ("sale" or "hire" or "rent") && words.TakeWhile(other => other != word).LastOrDefault() is { } before && Lexicon.FormsOfBe.Contains(before.Folded));
}
