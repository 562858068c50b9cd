namespace Assistant.Core.Answering.Checking;

/// <summary>What a claim says must be in the passages, word by word: in the same form, a synonym's, or a title's.</summary>
/// <remarks>
/// Light words do not count. A long claim may have single words of its own, as long as they cannot turn its sense round.
/// Pure and thread-safe.
/// </remarks>
internal static class CoverageCheck
{
    /// <summary>Least share of a claim's content words that the passages must hold.</summary>
    public const double LeastShare = 0.7;

    // A claim with less of its words is about something else. The claim model was trained mostly on claims about their passage.
    private const double LeastShareToDoubt = 0.5;

    private const int MostListed = 3;
    private const int WordsOfPart = 2;
    private const int WordsOfLongClaim = 6;

    /// <summary>The share of the claim's content words that the passages hold, in [0, 1]; 1 for none.</summary>
    public static double Share(SupportWindow window) => Share(window, Telling(window));

    /// <summary>Which words the passages do not hold, when they do not hold half; else null.</summary>
    public static string? Contradiction(SupportWindow window) => Share(window) < LeastShareToDoubt ? Doubt(window) : null;

    /// <summary>Which words the passages do not hold; null when the claim may stand.</summary>
    public static string? Doubt(SupportWindow window) => Missing(window) is not [] and var missing
        ? $"the cited passage does not say {string.Join(", ", missing.Take(MostListed).Select(static word => $"“{word.Text}”"))}" : null;

    private static List<TextWord> Missing(SupportWindow window)
    {
        var telling = Telling(window);
        var missing = telling.Where(word => !window.Covers(word)).ToList();
        return Share(window, telling) >= LeastShare && !HasAddedPart(window, telling) && missing.TrueForAll(word => IsTolerable(window.Claim, word) && !IsOtherKind(window, word)) ? [] : missing;
    }

    private static List<TextWord> Telling(SupportWindow window) => [.. window.Content.Where(word => !IsLight(window.Claim, word))];

    private static double Share(SupportWindow window, List<TextWord> words) =>
        words.Count == 0 ? 1 : words.Count(window.Covers) / (double)words.Count;

    /// <summary>Words in a row, or a part of the sentence, or what begins a further part, that the passages do not hold.</summary>
    private static bool HasAddedPart(SupportWindow window, List<TextWord> telling)
    {
        var content = window.Content;
        for (var i = 0; i + WordsOfPart <= content.Count; i++)
        {
            var row = content.Skip(i).Take(WordsOfPart).ToList();
            if (row.Exists(telling.Contains) && !row.Exists(window.Covers)) return true;
        }

        return window.Claim.Parts.Index().Any(part =>
        {
            var words = telling.Where(part.Item.Words.Contains).ToList();
            return words.Count > 0 && part.Index > 0 && !window.Covers(words[0]);
        });
    }

    /// <summary>A word that a paraphrase may add, or one that denies; but not before a particle ("brought down"), which may turn the sense round.</summary>
    private static bool IsLight(ClaimText claim, TextWord word) => !HasParticle(claim, word)
        && (Lexicon.LightWords.Contains(word.Folded) || (Lexicon.FailingVerbs.Contains(word.Folded) && claim.Polarity.Scopes.Any(denial => denial.Cue == word)));

    private static bool IsTolerable(ClaimText claim, TextWord word) =>
        !word.IsCapital && !OppositeCheck.IsPolar(word) && !HasParticle(claim, word) && claim.Words.Count(static other => !other.IsFunction) >= WordsOfLongClaim;

    /// <summary>"finance minister", where the passages have "foreign minister": a word of its own before one that has another there.</summary>
    private static bool IsOtherKind(SupportWindow window, TextWord word)
    {
        if (TextWords.After(window.Claim.Words, word) is not { IsFunction: false, IsCapital: false, IsClauseStart: false } noun) return false;
        var places = Alignment.PlacesOf(window, noun);
        return places.Count > 0 && places.All(place => TextWords.Before(place.Sentence.Words, place.Word) is { IsPlain: true } kind
            && !place.Word.IsClauseStart && !window.Claim.Words.Any(other => WordForms.AreSimilar(other, kind)));
    }

    private static bool HasParticle(ClaimText claim, TextWord word) =>
        TextWords.After(claim.Words, word) is { } next && Lexicon.VerbParticles.Contains(next.Folded);
}
