namespace Assistant.Core.Answering.Checking;

/// <summary>A place of a passage that a word of the claim may stand on.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Part">The part of the sentence between commas and conjunctions.</param>
/// <param name="Word">The word.</param>
internal readonly record struct Occurrence(PassageSentence Sentence, ClausePart Part, TextWord Word)
{
    /// <summary>The sentence denies the word.</summary>
    public bool IsDenied => Sentence.Polarity.Denies(Word);
}

/// <summary>Where in the passages a word of the claim stands: of several places those whose surroundings are most like the claim's.</summary>
/// <remarks>Pure and thread-safe; deterministic.</remarks>
internal static class Alignment
{
    private const int PartWeight = 2;

    /// <summary>The best places; several when they are equally good, none when no word fits.</summary>
    /// <param name="window">The claim beside the passages.</param>
    /// <param name="claimed">A word of the claim.</param>
    /// <param name="fits">Whether a word of a passage may stand for it.</param>
    public static IReadOnlyList<Occurrence> BestPlaces(SupportWindow window, TextWord claimed, Func<TextWord, bool> fits)
    {
        var near = NearWords(window, claimed);
        // Where the surroundings are equally like, the word itself comes before a synonym: hence twice the score, and one.
        var scored = window.All
            .SelectMany(sentence => sentence.Parts.SelectMany(part => part.Words.Where(fits).Select(word => new Occurrence(sentence, part, word))))
            .Select(place => (Place: place, Score: (2 * Score(place, near)) + (WordForms.AreForms(place.Word, claimed) ? 1 : 0))).ToList();
        if (scored.Count == 0) return [];
        var best = scored.Max(static pair => pair.Score);
        return [.. scored.Where(pair => pair.Score == best).Select(static pair => pair.Place)];
    }

    /// <summary>The other content words of the claim's part that holds the word; of the whole claim when the part has none.</summary>
    private static List<TextWord> NearWords(SupportWindow window, TextWord claimed)
    {
        var part = window.Claim.Parts.FirstOrDefault(part => part.Words.Contains(claimed));
        var near = window.Content.Where(word => word != claimed && part?.Words.Contains(word) == true).ToList();
        return near.Count > 0 ? near : [.. window.Content.Where(word => word != claimed)];
    }

    private static int Score(Occurrence place, List<TextWord> near) =>
        near.Sum(word => (Holds(place.Part.Words, word) ? PartWeight - 1 : 0) + (Holds(place.Sentence.Words, word) ? 1 : 0));

    private static bool Holds(IReadOnlyList<TextWord> words, TextWord word) => words.Any(other => WordForms.AreSimilar(word, other));
}
