namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not be stronger than the passages: no "all" for "almost all", no certainty for a guess.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class StrengthCheck
{
    private const int ReachOfThan = 4;
    private const int ReachOfWhole = 4;

    private static readonly string[] Whole = ["all", "every", "each", "both", "entire", "whole", "any", "always"];

    /// <summary>Why the claim is too strong; null when it is not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var passage = window.Sentences.SelectMany(static sentence => sentence.Words).ToList();
        var strong = window.Claim.Words.FirstOrDefault(word => Lexicon.Absolutes.Contains(word.Folded) && !IsSaid(word, passage, window.Claim.Words));
        strong ??= window.Claim.Words.FirstOrDefault(word => IsDegree(window.Claim, word) && !passage.Exists(other => WordForms.AreSimilar(word, other)));
        strong ??= window.Claim.Words.FirstOrDefault(word => IsWholeOfPart(window, word) || IsWholeOfOther(window, word));
        return strong is null ? DroppedHedge(window) : $"“{strong.Text}” is stronger than the cited passage";
    }

    /// <summary>"all railway traffic", where the passages say "all" of something else only.</summary>
    private static bool IsWholeOfOther(SupportWindow window, TextWord word) =>
        word.Folded is "all" or "every" or "entire" or "whole" && !IsBehindVerb(window.Claim.Words, word) && NextOf(window.Claim.Words, word) is { } claimed
        && !window.Sentences.Any(sentence => sentence.Words.Any(other => Whole.Contains(other.Folded) && Following(sentence.Words, other).Take(ReachOfWhole).Any(said => WordForms.AreSimilar(claimed, said))));

    /// <summary>"were all rescued", "at all".</summary>
    private static bool IsBehindVerb(IReadOnlyList<TextWord> words, TextWord word) =>
        words.TakeWhile(other => other != word).LastOrDefault() is { } before && (before.Folded == "at" || Lexicon.Auxiliaries.Contains(before.Folded));

    private static TextWord? NextOf(IReadOnlyList<TextWord> words, TextWord word) => Following(words, word).FirstOrDefault();

    private static IEnumerable<TextWord> Following(IReadOnlyList<TextWord> words, TextWord word) =>
        words.SkipWhile(other => other != word).Skip(1).TakeWhile(static other => !other.IsClauseStart).Where(static other => !other.IsFunction && !other.HasDigit);

    /// <summary>"both worked", where "only one worked"; "all of the money", where "half of the money".</summary>
    private static bool IsWholeOfPart(SupportWindow window, TextWord word) =>
        word.Folded is "all" or "both" or "every" or "each" or "entire" or "whole"
        && window.Chosen.Any(static sentence => sentence.Words.Zip(sentence.Words.Skip(1)).Any(static pair =>
            (pair.First.Folded == "only" && pair.Second.Folded is "one" or "some" or "part" or "half" or "few") || (pair.First.Folded is "half" or "part" or "some" or "most" && pair.Second.Folded == "of")))
        && !window.Chosen.Any(sentence => sentence.Words.Any(other => other.Folded == word.Folded));

    /// <summary>A superlative, a comparison, "most of them", or a word like "overwhelmingly".</summary>
    private static bool IsDegree(ClaimText claim, TextWord word)
    {
        if (word.IsCapital && word.Folded != "most") return false;
        if (word.Folded is "most" or "many" or "majority" or "much") return true;
        var next = claim.Words.FirstOrDefault(other => other.Start > word.Start)?.Folded;
        if (word.Folded is "more" or "less" or "fewer") return claim.Words.SkipWhile(other => other != word).Skip(1).Take(ReachOfThan).Any(static other => other.Folded == "than") && !claim.IsMeasured(claim.Words.SkipWhile(other => other != word).Skip(2).FirstOrDefault() ?? word);
        return (word.Folded.Length > 5 && !Lexicon.PlainEndings.Contains(word.Folded) && (word.Folded.EndsWith("est", StringComparison.Ordinal) || word.Folded.EndsWith("ly", StringComparison.Ordinal)))
            || (next == "than" && word.Folded != "rather" && word.Folded.EndsWith("er", StringComparison.Ordinal));
    }

    private static bool IsSaid(TextWord word, List<TextWord> passage, IReadOnlyList<TextWord> claim)
    {
        if (passage.Exists(other => other.Stem == word.Stem || WordForms.AreSimilar(word, other)))
            return !Whole.Contains(word.Folded) || !IsWeakened(word.Folded, passage) || IsWeakened(word.Folded, claim);
        if (word.Folded is "ever" or "never") return passage.Exists(static other => other.Folded is "first" or "never" or "nobody");
        return Whole.Contains(word.Folded) && passage.Exists(other => Whole.Contains(other.Folded));
    }

    /// <summary>"almost all" is not all.</summary>
    private static bool IsWeakened(string whole, IReadOnlyList<TextWord> words) =>
        words.Zip(words.Skip(1)).FirstOrDefault(pair => pair.Second.Folded == whole).First?.Folded is "almost" or "nearly" or "not";

    /// <summary>What the passages only suppose, hope or nearly say, the claim says without a word of doubt.</summary>
    private static string? DroppedHedge(SupportWindow window)
    {
        if (window.Claim.Words.Any(static word => IsDoubt(word))) return null;
        var hedge = window.Chosen.SelectMany(sentence => sentence.Words
            .Where(word => Lexicon.StrongHedges.Contains(word.Folded) && !word.IsCapital && !IsPurpose(sentence, word) && !(word.Folded == "would" && window.Claim.Words.Any(static other => other.Folded == "will")) && !IsDenied(sentence, word) && IsNearClaim(window, sentence, word)))
            .FirstOrDefault();
        return hedge is null ? null : $"the cited passage only says “{hedge.Text}”";
    }

    private static bool IsDoubt(TextWord word) =>
        Lexicon.Hedges.Contains(word.Folded) || Lexicon.StrongHedges.Contains(word.Folded) || word.Folded is "can" or "if" or "about" or "close" or "hoping" or "afraid";

    /// <summary>"so that it could".</summary>
    private static bool IsPurpose(PassageSentence sentence, TextWord hedge) =>
        sentence.Words.Where(word => word.Start < hedge.Start).TakeLast(4).Any(static word => word.Folded == "so");

    /// <summary>"could not": no doubt, but a denial.</summary>
    private static bool IsDenied(PassageSentence sentence, TextWord hedge) =>
        sentence.Words.FirstOrDefault(word => word.Start > hedge.Start) is { IsNegation: true };

    /// <summary>The claim speaks of what follows the word of doubt.</summary>
    private static bool IsNearClaim(SupportWindow window, PassageSentence sentence, TextWord hedge)
    {
        var after = sentence.Words.Where(word => word.Start > hedge.Start).TakeWhile(static word => !word.IsClauseStart).Where(static word => !word.IsFunction).Take(3).ToList();
        return after.Exists(word => window.Content.Any(claimed => WordForms.AreForms(claimed, word)
            && Alignment.BestPlaces(window, claimed, other => WordForms.AreForms(claimed, other)).Any(place => place.Word == word)));
    }
}
