namespace Assistant.Core.Answering.Checking;

/// <summary>A place of a passage that a word of the claim may stand on.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Part">The part of the sentence between commas and conjunctions.</param>
/// <param name="Word">The word.</param>
internal sealed record Occurrence(PassageSentence Sentence, ClausePart Part, TextWord Word)
{
    /// <summary>The sentence denies the word.</summary>
    public bool IsDenied => Sentence.Polarity.Denies(Word);
}

/// <summary>Where in the passages a word of the claim stands: of several places those whose surroundings are most like the claim's.</summary>
/// <remarks>
/// Each other content word of the claim that the place's sentence holds counts the more, the nearer it stands in both.
/// Pure and thread-safe; deterministic.
/// </remarks>
internal static class Alignment
{
    /// <summary>Where the surroundings are nearly alike, the word itself comes before a synonym.</summary>
    private const double OfItself = 0.25;

    private const double Tie = 1e-9;

    /// <summary>The best places of a word or its synonyms.</summary>
    public static IReadOnlyList<Occurrence> PlacesOf(SupportWindow window, TextWord claimed) => BestPlaces(window, claimed, other => WordForms.AreSimilar(claimed, other));

    /// <summary>The best places; several when they are equally good, none when no word fits.</summary>
    /// <param name="window">The claim beside the passages.</param>
    /// <param name="claimed">A word of the claim.</param>
    /// <param name="fits">Whether a word of a passage may stand for it.</param>
    public static IReadOnlyList<Occurrence> BestPlaces(SupportWindow window, TextWord claimed, Func<TextWord, bool> fits)
    {
        var near = Surroundings.Around(window.Claim.Words, claimed.Start, claimed.End);
        var scored = window.All
            .SelectMany(sentence => sentence.Parts.SelectMany(part => part.Words.Where(fits).Select(word => new Occurrence(sentence, part, word))))
            .Select(place => (Place: place, Score: LikenessOf(place, near) + (WordForms.AreForms(place.Word, claimed) ? OfItself : 0))).ToList();
        if (scored.Count == 0) return [];
        var best = scored.Max(static pair => pair.Score);
        return [.. scored.Where(pair => pair.Score > best - Tie).Select(static pair => pair.Place)];
    }

    private static double LikenessOf(Occurrence place, IReadOnlyList<(TextWord Word, int Distance)> near) =>
        Surroundings.Likeness(near, Surroundings.Around(place.Sentence.Words, place.Word.Start, place.Word.End));
}
