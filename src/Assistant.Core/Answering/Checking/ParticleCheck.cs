namespace Assistant.Core.Answering.Checking;

/// <summary>What a claim says with a particle ("the lights were on", "voted him down") must stand so in the passages.</summary>
/// <remarks>Neither "be" nor the particle is a content word, so nothing else looks at them. Pure and thread-safe.</remarks>
internal static class ParticleCheck
{
    private const int MostWordsBetween = 4;

    /// <summary>Why the particle does not fit; null when it does or there is none.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var missing = Of(window.Claim.Words).FirstOrDefault(particle => !IsSaid(window, particle))
            ?? window.Claim.Words.Index().FirstOrDefault(pair => IsAdded(window, pair.Index)).Item?.Text;
        return missing is null ? null : $"the cited passage does not say “{missing}”";
    }

    /// <summary>"voted him down", where the passages have the verb, but no such particle.</summary>
    private static bool IsAdded(SupportWindow window, int index)
    {
        var words = window.Claim.Words;
        if (IsIdiom(words, index)) return !window.All.Any(sentence => sentence.Words.Any(word => word.Folded == words[index].Folded));
        if (!Lexicon.VerbParticles.Contains(words[index].Folded) || !IsEnd(words, index)) return false;
        var verb = words.Take(index).TakeLast(MostWordsBetween).LastOrDefault(static word => !word.IsFunction && !word.IsCapital);
        return verb is not null && !window.All.Any(sentence => sentence.Words.Any(word => word.Folded == words[index].Folded));
    }

    /// <summary>"gave way", "take up": the verb says nothing without the word behind it.</summary>
    private static bool IsIdiom(IReadOnlyList<TextWord> words, int index) =>
        index > 0 && Lexicon.EmptyVerbs.Contains(words[index - 1].Folded) && words[index].Folded is "way" or "up" or "off";

    /// <summary>A passage has the particle alone too, or after a verb ("burnt out").</summary>
    private static bool IsSaid(SupportWindow window, string particle) => window.All.Any(sentence =>
        Of(sentence.Words).Contains(particle, StringComparer.Ordinal)
        || sentence.Words.Skip(1).Where((word, index) => word.Folded == particle && !sentence.Words[index].IsFunction && IsEnd(sentence.Words, index + 1)).Any());

    /// <summary>"on" of "were on", "in use" of "was still in use".</summary>
    private static IEnumerable<string> Of(IReadOnlyList<TextWord> words) => words.Index()
        .Where(pair => pair.Index > 0 && Lexicon.PredicateParticles.Contains(pair.Item.Folded) && Lexicon.FormsOfBe.Contains(words[pair.Index - 1].Folded) && IsEnd(words, pair.Index))
        .Select(static pair => pair.Item.Folded)
        .Concat(words.Index().Where(pair => pair.Item.Folded is "use" or "place" or "order" && IsPredicate(words, pair.Index)).Select(static pair => $"in {pair.Item.Folded}"));

    /// <summary>"was still in use".</summary>
    private static bool IsPredicate(IReadOnlyList<TextWord> words, int index) =>
        index > 1 && words[index - 1].Folded == "in" && words.Take(index - 1).TakeLast(2).Any(static word => Lexicon.FormsOfBe.Contains(word.Folded));

    /// <summary>No noun follows, which would make it a preposition.</summary>
    private static bool IsEnd(IReadOnlyList<TextWord> words, int index) =>
        index + 1 == words.Count || words[index + 1].IsClauseStart
        || words[index + 1].Folded is "on" or "at" or "in" or "by" or "during" or "when" or "while" or "after" or "before" or "until" or "since" or "for" or "because";
}
