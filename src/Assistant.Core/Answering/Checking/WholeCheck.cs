namespace Assistant.Core.Answering.Checking;

/// <summary>"all" and "both" must be said of the same things in the passages: no "all of the money" for "half of the money".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class WholeCheck
{
    private const int Reach = 4;

    /// <summary>Why the passages speak of a part or of something else; null when they do not.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => IsOfPart(window, word) || IsOfOther(window, word)) is { } word
            ? $"the cited passage does not say “{word.Text}” of this" : null;

    /// <summary>"both worked", where "only one worked"; "all of the money", where "half of the money".</summary>
    private static bool IsOfPart(SupportWindow window, TextWord word) =>
        word.Folded is "all" or "both" or "every" or "each" or "entire" or "whole"
        && window.Chosen.Any(static sentence => sentence.Words.Zip(sentence.Words.Skip(1)).Any(static pair => IsPart(pair.First.Folded, pair.Second.Folded)))
        && !window.Chosen.Any(sentence => sentence.Words.Any(other => other.Folded == word.Folded));

    private static bool IsPart(string word, string next) => word switch
    {
        "only" => next is "one" or "some" or "part" or "half" or "few",
        "half" or "part" or "some" or "most" => next == "of",
        _ => false,
    };

    /// <summary>"all railway traffic", where the passages say "all" of something else only.</summary>
    private static bool IsOfOther(SupportWindow window, TextWord word) =>
        word.Folded is "all" or "every" or "entire" or "whole" or "each" && !IsBehindVerb(window.Claim.Words, word)
        && Following(window.Claim.Words, word).FirstOrDefault() is { } claimed
        && !window.Sentences.Any(sentence => sentence.Words.Any(other => Lexicon.Wholes.Contains(other.Folded)
            && Following(sentence.Words, other).Take(Reach).Any(said => WordForms.AreSimilar(claimed, said))));

    /// <summary>"were all rescued", "at all".</summary>
    private static bool IsBehindVerb(IReadOnlyList<TextWord> words, TextWord word) =>
        TextWords.Before(words, word) is { } before && (before.Folded is "at" or "for" or "of" or "to" || Lexicon.Auxiliaries.Contains(before.Folded));

    private static IEnumerable<TextWord> Following(IReadOnlyList<TextWord> words, TextWord word) =>
        words.SkipWhile(other => other != word).Skip(1).TakeWhile(static other => !other.IsClauseStart).Where(static other => !other.IsFunction && !other.HasDigit);
}
