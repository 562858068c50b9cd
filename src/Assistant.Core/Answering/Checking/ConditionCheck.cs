using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages say under a condition, a claim must not say without one: no "the bridge will close" for "if the council agrees, the bridge will close".</summary>
/// <remarks>Looks for "if" and "unless" in the part of the sentence, between semicolons, that the claim stands on. Pure and thread-safe.</remarks>
internal static class ConditionCheck
{
    private static readonly FrozenSet<string> Conditions = FrozenSet.ToFrozenSet(["if", "unless", "provided", "providing"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Conditional = FrozenSet.ToFrozenSet(
        [
            "if", "unless", "provided", "providing", "when", "whenever", "once", "until", "whether", "only", "condition", "conditions",
            "case", "depends", "without", "threatened", "threatens", "warned", "warns", "wants", "promised", "offered", "ready", "willing", "even", "as", "after", "because",
        ], StringComparer.Ordinal);

    /// <summary>Enough where it is said "if", not where it is said "only if" or "unless".</summary>
    private static readonly FrozenSet<string> Modals = FrozenSet.ToFrozenSet(["would", "could", "can", "may", "might", "should", "must"], StringComparer.Ordinal);

    /// <summary>"asked if", "not sure if": a question, no condition.</summary>
    private static readonly FrozenSet<string> Asking = FrozenSet.ToFrozenSet(
        ["ask", "asked", "asks", "asking", "know", "knew", "known", "wonder", "wondered", "see", "sure", "clear", "unclear", "decide", "say", "even", "as", "what"], StringComparer.Ordinal);

    /// <summary>Why a condition is missing; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Claim.Words.Any(static word => Conditional.Contains(word.Folded))) return null;
        var sentence = window.Chosen[0];
        var condition = sentence.Words.FirstOrDefault(word => Conditions.Contains(word.Folded) && !(TextWords.Before(sentence.Words, word) is { } before && Asking.Contains(before.Folded)));
        if (condition is null || (!IsStrict(sentence, condition) && window.Claim.Words.Any(static word => Modals.Contains(word.Folded)))) return null;
        return PartOf(sentence, condition) is var part && window.Content.Count(word => part.Any(other => WordForms.AreSimilar(word, other))) * 2 > window.Content.Count
            ? $"the cited passage says it only under a condition (“{condition.Text}”)" : null;
    }

    private static bool IsStrict(PassageSentence sentence, TextWord condition) =>
        condition.Folded == "unless" || TextWords.Before(sentence.Words, condition)?.Folded == "only";

    private static List<TextWord> PartOf(PassageSentence sentence, TextWord condition)
    {
        var start = sentence.Text.LastIndexOf(';', condition.Start);
        var end = sentence.Text.IndexOf(';', condition.Start);
        return [.. sentence.Words.Where(word => word.Start > start && (end < 0 || word.Start < end))];
    }
}
