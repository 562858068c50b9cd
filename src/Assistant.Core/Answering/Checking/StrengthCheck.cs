namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not be stronger than the passages: no "all" for "almost all", no certainty for a guess.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class StrengthCheck
{
    private static readonly string[] Whole = ["all", "every", "each", "both", "entire", "whole", "any", "always"];

    /// <summary>Why the claim is too strong; null when it is not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var passage = window.Sentences.SelectMany(static sentence => sentence.Words).ToList();
        var strong = window.Claim.Words.FirstOrDefault(word => Lexicon.Absolutes.Contains(word.Folded) && !IsSaid(word, passage));
        return strong is null ? DroppedHedge(window) : $"“{strong.Text}” is stronger than the cited passage";
    }

    private static bool IsSaid(TextWord word, List<TextWord> passage)
    {
        if (passage.Exists(other => other.Stem == word.Stem || WordForms.AreSimilar(word, other)))
            return !Whole.Contains(word.Folded) || !IsWeakened(word, passage);
        if (word.Folded is "ever" or "never") return passage.Exists(static other => other.Folded is "first" or "no" or "nobody" or "not" or "record" or "neither");
        return Whole.Contains(word.Folded) && passage.Exists(other => Whole.Contains(other.Folded));
    }

    /// <summary>"almost all" is not all.</summary>
    private static bool IsWeakened(TextWord word, List<TextWord> passage)
    {
        var index = passage.FindIndex(other => other.Folded == word.Folded);
        return index > 0 && passage[index - 1].Folded is "almost" or "nearly" or "not";
    }

    /// <summary>The sentence most like the claim only supposes what the claim states.</summary>
    private static string? DroppedHedge(SupportWindow window)
    {
        if (window.Chosen.Count == 0) return null;
        var hedge = window.Chosen[0].Words.FirstOrDefault(static word =>
            !word.IsCapital && word.Folded is "may" or "might" or "could" or "possibly" or "perhaps" or "thought" or "reportedly");
        if (hedge is null || IsPurpose(window.Chosen[0], hedge)) return null;
        var isHedged = window.Claim.Words.Any(static word =>
            Lexicon.Hedges.Contains(word.Folded) || word.Folded is "can" or "if" or "would" or "about" || word.IsSpeech);
        return isHedged || !IsNearClaim(window, hedge) ? null : $"the cited passage only says “{hedge.Text}”";
    }

    /// <summary>"so that it could".</summary>
    private static bool IsPurpose(PassageSentence sentence, TextWord hedge) =>
        sentence.Words.Where(word => word.Start < hedge.Start).TakeLast(4).Any(static word => word.Folded == "so");

    private static bool IsNearClaim(SupportWindow window, TextWord hedge)
    {
        var after = window.Chosen[0].Words.Where(word => word.Start > hedge.Start && !word.IsFunction).Take(3).ToList();
        return after.Exists(word => window.Content.Any(claimed => claimed.Stem == word.Stem));
    }
}
