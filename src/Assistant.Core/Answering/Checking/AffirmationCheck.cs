using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim that denies nothing must not say what the passages only have with a denial: no "will count" for "a record that will not stand".</summary>
/// <remarks>Looks at words that no synonym is needed for: "will" and "could", "managed", and what stands right behind "no". Pure and thread-safe.</remarks>
internal static class AffirmationCheck
{
    private static readonly FrozenSet<string> Modal = Set("will would can could may might must");
    private static readonly FrozenSet<string> Managing = Set("managed manages succeeded succeeds");

    /// <summary>Why the claim should deny something; null when it should not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var (polarity, chosen) = (window.Claim.Polarity, window.Chosen);
        if (polarity.Scopes.Count > 0) return null;
        var isAffirmed = Manages(window) || (polarity.Implied.Count == 0 && (HasNone(window) || window.Claim.Words.Any(own => Modal.Contains(own.Folded) && IsOnlyDenied(window.Claim, chosen[0], own))));
        return isAffirmed ? "the cited passage denies it" : null;
    }

    /// <summary>"managed to reach it", where the passages only have "never got there".</summary>
    private static bool Manages(SupportWindow window) =>
        window.Claim.Words.Any(static word => Managing.Contains(word.Folded))
        && window.Chosen.Any(static sentence => sentence.Polarity.Scopes.Any(static denial => denial.Cue.IsNegation));

    /// <summary>"saw a liquid", where the passages have "no liquid itself".</summary>
    private static bool HasNone(SupportWindow window) => window.Chosen.Any(sentence => sentence.Polarity.Scopes.Any(denial =>
        denial.Cue.Folded == "no" && window.Claim.Words.Any(word => !word.IsFunction && word.Folded == denial.Next?.Folded)));

    /// <summary>A denial stands behind each "will" of the sentence.</summary>
    private static bool IsOnlyDenied(ClaimText claim, PassageSentence sentence, TextWord modal) =>
        sentence.Words.Where(word => word.Folded == modal.Folded).ToList() is { Count: > 0 } said
        && said.TrueForAll(word => sentence.Polarity.Scopes.Any(denial => denial.Cue == TextWords.After(sentence.Words, word) && !TurnsRound(claim, sentence, denial)));

    /// <summary>"will keep" for "will not give up", "will go on until" for "will not stop until".</summary>
    private static bool TurnsRound(ClaimText claim, PassageSentence sentence, Denial denial) =>
        sentence.Words.SkipWhile(word => word != denial.Cue).Any(static word => word.Folded == "until")
        || denial.Head.Append(denial.Next).OfType<TextWord>().Any(denied => claim.Words.Any(word => OppositeCheck.AreOpposites(word, denied)));

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
