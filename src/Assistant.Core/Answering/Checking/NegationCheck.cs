using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not deny what the passages say, nor say what they deny.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class NegationCheck
{
    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non"];

    /// <summary>Why the denials do not fit; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Chosen.Count == 0) return null;
        if (window.Claim.Polarity.Scopes.Any(scope => IsSaid(window, scope))) return "it denies what the cited passage says";
        if (ClaimSaysWhatIsDenied(window)) return "the cited passage denies it";
        return Opposite(window) is { } word ? $"the cited passage says the opposite of “{word}”" : null;
    }

    /// <summary>What the claim denies is denied nowhere near, and said or not even hinted at.</summary>
    private static bool IsSaid(SupportWindow window, IReadOnlyList<TextWord> scope)
    {
        if (scope.Count == 0) return false;
        if (window.Sentences.Any(sentence => sentence.Polarity.Denied.Any(denied => Has(scope, denied)))) return false;
        var hints = window.Chosen.Any(static sentence => sentence.Polarity.Scopes.Count > 0 || sentence.Polarity.Implied.Count > 0);
        if (!hints) return true;
        return window.Chosen[0].Polarity.Scopes.Count == 0 && window.Chosen.Any(sentence => sentence.Words.Any(word => Has(scope, word)));
    }

    private static bool ClaimSaysWhatIsDenied(SupportWindow window)
    {
        var claim = window.Claim;
        if (claim.Polarity.Scopes.Count > 0) return false;
        var passage = window.Sentences.SelectMany(static sentence => sentence.Words).ToList();
        if (claim.Polarity.Implied.Any(word => !passage.Exists(other => WordForms.AreForms(word, other)))) return false;
        var names = NameCheck.NamesOf(window);
        var plain = claim.Words.Where(word => !word.IsFunction && !names.Contains(word)).ToList();
        return window.Chosen.Any(sentence => sentence.Polarity.Scopes.Any(scope =>
            scope.Any(denied => Has(plain, denied) && IsOnlyDenied(sentence, denied))));
    }

    /// <summary>The word stands in the sentence only where it is denied.</summary>
    private static bool IsOnlyDenied(PassageSentence sentence, TextWord denied) =>
        sentence.Words.Count(word => WordForms.AreForms(word, denied))
        <= sentence.Polarity.Scopes.Count(scope => Has(scope, denied));

    private static bool Has(IEnumerable<TextWord> words, TextWord word) => words.Any(other => WordForms.AreForms(other, word));

    /// <summary>A word of the claim whose opposite, and not the word itself, stands in the passages.</summary>
    private static string? Opposite(SupportWindow window)
    {
        if (window.Claim.Polarity.Scopes.Count > 0) return null;
        var stems = window.Sentences.SelectMany(static sentence => sentence.Words).ToLookup(static word => word.Stem, StringComparer.Ordinal);
        var denied = window.Sentences.SelectMany(static sentence => sentence.Polarity.Denied)
            .Select(static word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return window.Claim.Words
            .FirstOrDefault(word => !stems.Contains(word.Stem)
                && OppositesOf(word).Any(opposite => stems.Contains(opposite) && !denied.Contains(opposite)))
            ?.Text;
    }

    private static IEnumerable<string> OppositesOf(TextWord word)
    {
        foreach (var (left, right) in Lexicon.Opposites)
        {
            var (leftStem, rightStem) = (PorterStemmer.Stem(left), PorterStemmer.Stem(right));
            if (word.Stem == leftStem) yield return rightStem;
            if (word.Stem == rightStem) yield return leftStem;
        }

        if (word.IsFunction) yield break;
        foreach (var prefix in Prefixes)
        {
            yield return PorterStemmer.Stem(prefix + word.Folded);
            if (word.Folded.Length > prefix.Length + 3 && word.Folded.StartsWith(prefix, StringComparison.Ordinal))
                yield return PorterStemmer.Stem(word.Folded[prefix.Length..]);
        }
    }
}
