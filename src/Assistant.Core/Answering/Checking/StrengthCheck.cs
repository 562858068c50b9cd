using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not be stronger than the passages: no "all" for "almost all", no certainty for a guess.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class StrengthCheck
{
    private const int ReachOfThan = 4;

    private static readonly FrozenSet<string> Lasting = FrozenSet.ToFrozenSet(
        ["still", "yet", "remain", "remains", "remained", "remaining", "continue", "continues", "continued", "continuing", "keep", "keeps", "kept", "stay", "stays", "stayed", "unchanged", "ongoing", "until", "now", "goes", "go", "went", "await", "awaits", "awaiting", "waiting", "present"], StringComparer.Ordinal);

    /// <summary>Why the claim is too strong; null when it is not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var passage = window.Sentences.SelectMany(static sentence => sentence.Words).ToList();
        var strong = window.Claim.Words.FirstOrDefault(word => Lexicon.Absolutes.Contains(word.Folded) && !IsSaid(word, passage, window.Claim.Words));
        strong ??= window.Claim.Words.FirstOrDefault(word => IsNotOnly(window, word));
        strong ??= window.Claim.Words.FirstOrDefault(word => GoesOn(window.Claim, word) && !passage.Exists(IsLasting));
        strong ??= window.Claim.Words.FirstOrDefault(word => IsDegree(window.Claim, word) && !passage.Exists(other => WordForms.AreSimilar(word, other)));
        return strong is null ? DroppedHedge(window) : $"“{strong.Text}” is stronger than the cited passage";
    }

    /// <summary>"only", where the passages have "not only" alone, or the other way round.</summary>
    private static bool IsNotOnly(SupportWindow window, TextWord word)
    {
        if (!IsBound(window.Claim.Words, word)) return false;
        var isDenied = IsDeniedBound(window.Claim.Words, word);
        var said = window.Chosen.SelectMany(sentence => sentence.Words.Where(other => other.Folded == word.Folded).Select(other => IsDeniedBound(sentence.Words, other))).ToList();
        return said.Count > 0 && !said.Contains(isDenied);
    }

    /// <summary>"is still open", not "is still unknown".</summary>
    private static bool GoesOn(ClaimText claim, TextWord word) =>
        word.Folded is "still" or "continue" or "continues" && TextWords.After(claim.Words, word) is { } next && !next.Folded.StartsWith("un", StringComparison.Ordinal);

    /// <summary>Says that something goes on.</summary>
    private static bool IsLasting(TextWord word) => Lasting.Contains(word.Folded);

    /// <summary>"only", "more than".</summary>
    private static bool IsBound(IReadOnlyList<TextWord> words, TextWord word) => word.Folded is "only" or "just" or "merely" or "simply"
        || (word.Folded is "more" or "less" or "fewer" && TextWords.After(words, word)?.Folded == "than");

    private static bool IsDeniedBound(IReadOnlyList<TextWord> words, TextWord word) => TextWords.Before(words, word)?.Folded is "not" or "no" or "never";

    /// <summary>A superlative, a comparison, "most of them", or a word like "overwhelmingly".</summary>
    private static bool IsDegree(ClaimText claim, TextWord word)
    {
        if (word.IsCapital && word.Folded != "most") return false;
        if (word.Folded is "most" or "many" or "majority" or "much") return true;
        if (word.Folded is "more" or "less" or "fewer") return ComparesThings(claim, word);
        return word.Folded.Length > 5 && !Lexicon.PlainEndings.Contains(word.Folded) && (word.Folded.EndsWith("est", StringComparison.Ordinal) || word.Folded.EndsWith("ly", StringComparison.Ordinal));
    }

    /// <summary>"more light than planned", not "more than 500".</summary>
    private static bool ComparesThings(ClaimText claim, TextWord word)
    {
        var after = claim.Words.SkipWhile(other => other != word).Skip(1).Take(ReachOfThan).ToList();
        return after.Exists(static other => other.Folded == "than") && !(after.Count > 1 && claim.IsMeasured(after[1]));
    }

    private static bool IsSaid(TextWord word, List<TextWord> passage, IReadOnlyList<TextWord> claim)
    {
        if (passage.Exists(other => WordForms.AreSimilar(word, other)))
            return !Lexicon.Wholes.Contains(word.Folded) || !IsWeakened(word.Folded, passage) || IsWeakened(word.Folded, claim);
        if (word.Folded is "ever" or "never") return passage.Exists(static other => other.Folded is "first" or "never" or "nobody");
        return Lexicon.Wholes.Contains(word.Folded) && passage.Exists(other => Lexicon.Wholes.Contains(other.Folded));
    }

    /// <summary>"almost all" is not all.</summary>
    private static bool IsWeakened(string whole, IReadOnlyList<TextWord> words) =>
        words.Zip(words.Skip(1)).FirstOrDefault(pair => pair.Second.Folded == whole).First?.Folded is "almost" or "nearly" or "not";

    /// <summary>What the passages only suppose, hope or nearly say, the claim says without a word of doubt.</summary>
    private static string? DroppedHedge(SupportWindow window)
    {
        if (window.Claim.Words.Any(static word => IsDoubt(word))) return null;
        var hedge = window.Chosen.Where(sentence => window.Content.Any(word => !word.IsCapital && sentence.Holds(word)))
            .SelectMany(sentence => sentence.Words.Where(word => IsHedge(window.Claim, word) && !IsDenied(sentence, word) && IsNearClaim(window, sentence, word)))
            .FirstOrDefault();
        return hedge is null ? null : $"the cited passage only says “{hedge.Text}”";
    }

    /// <summary>A word of doubt that the claim must not drop; "in vain" it may deny instead.</summary>
    private static bool IsHedge(ClaimText claim, TextWord word) =>
        Lexicon.StrongHedges.Contains(word.Folded) && !word.IsCapital && !(word.Folded == "vain" && claim.Polarity.Scopes.Count > 0);

    private static bool IsDoubt(TextWord word) =>
        Lexicon.Hedges.Contains(word.Folded) || Lexicon.StrongHedges.Contains(word.Folded) || word.Folded is "can" or "if" or "about" or "close" or "hoping" or "afraid";

    /// <summary>"could not", "could be no": no doubt, but a denial.</summary>
    private static bool IsDenied(PassageSentence sentence, TextWord hedge) =>
        sentence.Words.Where(word => word.Start > hedge.Start).Take(2).TakeWhile(static word => word.IsFunction).Any(static word => word.IsNegation);

    /// <summary>The claim speaks of what follows the word of doubt.</summary>
    private static bool IsNearClaim(SupportWindow window, PassageSentence sentence, TextWord hedge)
    {
        var after = sentence.Words.Where(word => word.Start > hedge.Start).TakeWhile(static word => !word.IsClauseStart).Where(static word => !word.IsFunction).Take(3).ToList();
        return after.Exists(word => window.Content.Any(claimed => WordForms.AreForms(claimed, word)
            && Alignment.BestPlaces(window, claimed, other => WordForms.AreForms(claimed, other)).Any(place => place.Word == word)));
    }
}
