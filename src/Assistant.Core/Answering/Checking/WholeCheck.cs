namespace Assistant.Core.Answering.Checking;

/// <summary>"all", "both" and "A and B" must be said of the same things in the passages: no "all of the money" for "half of the money".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class WholeCheck
{
    private const int Reach = 4;

    /// <summary>Why the passages speak of a part or of something else; null when they do not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Claim.Words.FirstOrDefault(word => IsOfPart(window, word) || IsOfOther(window, word)) is { } whole) return $"the cited passage does not say “{whole.Text}” of this";
        return window.Claim.Words.Any(word => IsOfOpposed(window, word)) ? "the cited passage sets one against the other" : null;
    }

    /// <summary>"both worked", where "only one worked"; "all of the money", where "half of the money".</summary>
    private static bool IsOfPart(SupportWindow window, TextWord word) =>
        word.Folded is "all" or "both" or "every" or "each" or "entire" or "whole"
        && window.Chosen.Any(static sentence => sentence.Words.Zip(sentence.Words.Skip(1)).Any(static pair => IsPart(pair.First.Folded, pair.Second.Folded)));

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

    /// <summary>"A and B both campaigned", where the passages set B against A: "A was against it, but B campaigned".</summary>
    private static bool IsOfOpposed(SupportWindow window, TextWord word)
    {
        if (word.Folded != "and" || TextWords.Before(window.Claim.Words, word) is not { IsCapital: true, IsFunction: false } first || window.Claim.Words.Any(IsContrast)) return false;
        return window.Claim.Words.SkipWhile(other => other != word).Skip(1).FirstOrDefault(static other => !other.IsFunction) is { IsCapital: true } second
            && window.Chosen.Take(1).Any(sentence => IsBetween(sentence.Words, first, second));
    }

    private static bool IsBetween(IReadOnlyList<TextWord> words, TextWord first, TextWord second)
    {
        var places = words.Index().Where(pair => WordForms.AreSameName(pair.Item, first) || WordForms.AreSameName(pair.Item, second)).Select(static pair => pair.Index).ToList();
        return places.Count == 2 && words.Skip(places[0]).Take(places[1] - places[0]).Any(IsContrast);
    }

    private static bool IsContrast(TextWord word) => Lexicon.Contrasts.Contains(word.Folded);

    /// <summary>"were all rescued", "at all".</summary>
    private static bool IsBehindVerb(IReadOnlyList<TextWord> words, TextWord word) =>
        TextWords.Before(words, word) is { } before && (before.Folded is "at" or "for" or "of" or "to" || Lexicon.Auxiliaries.Contains(before.Folded));

    private static IEnumerable<TextWord> Following(IReadOnlyList<TextWord> words, TextWord word) =>
        words.SkipWhile(other => other != word).Skip(1).TakeWhile(static other => !other.IsClauseStart).Where(static other => !other.IsFunction && !other.HasDigit);
}
