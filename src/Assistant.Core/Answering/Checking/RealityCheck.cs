using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages only say can, must or will be done, or was asked for, a claim must not tell as done, nor what was so at first as so now: no "has lifted" for "can lift".</summary>
/// <remarks>Looks at what stands before a verb, in the claim and at its place in the passages. Pure and thread-safe.</remarks>
internal static class RealityCheck
{
    private const int Reach = 4;

    private static readonly FrozenSet<string> Unreal = FrozenSet.ToFrozenSet(
        ["can", "could", "may", "might", "must", "should", "will", "would", "shall", "cannot"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Real = FrozenSet.ToFrozenSet(["has", "have", "had", "was", "were", "did"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Earlier = FrozenSet.ToFrozenSet(["first", "once", "initially", "originally", "formerly", "previously"], StringComparer.Ordinal);

    /// <summary>Why something did not happen yet or is over; null when it is neither.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 1; i < words.Count; i++)
            if (IsDone(words, i) && IsUnreal(window, words[i])) return $"the cited passage does not say that “{words[i].Text}” happened";
        return words.FirstOrDefault(word => IsOver(window, word)) is { } over ? $"the cited passage says “{over.Text}” only of an earlier time" : null;
    }

    /// <summary>A verb behind "has", "had", "was", without a word before it that makes it unreal.</summary>
    private static bool IsDone(IReadOnlyList<TextWord> words, int index)
    {
        if (words[index].IsFunction || words[index].IsCapital) return false;
        var behind = Behind(words, index).ToList();
        return (behind.Exists(static word => Real.Contains(word.Folded)) || (words[index].Folded.EndsWith("ed", StringComparison.Ordinal) && !words.Take(index).Any(static word => Unreal.Contains(word.Folded))))
            && !behind.Exists(static word => Unreal.Contains(word.Folded) || word.IsNegation || word.Folded is "to" or "if" or "unless" or "is" or "are");
    }

    private static bool IsUnreal(SupportWindow window, TextWord verb)
    {
        var places = Alignment.BestPlaces(window, verb, other => WordForms.AreForms(verb, other));
        return places.Count > 0 && places.All(IsUnrealAt);
    }

    /// <summary>"opposes", where the passages have "had first opposed".</summary>
    private static bool IsOver(SupportWindow window, TextWord verb)
    {
        if (verb.IsFunction || verb.IsCapital || WordForms.IsPast(verb) || window.Claim.Words.Any(static word => Earlier.Contains(word.Folded))) return false;
        var places = Alignment.BestPlaces(window, verb, other => WordForms.IsPast(other) && WordForms.AreForms(verb, other));
        return places.Count > 0 && places.All(place => TextWords.Before(place.Sentence.Words, place.Word) is { } before && Earlier.Contains(before.Folded));
    }

    /// <summary>"can lift", "will be retired", "are to be examined"; but "had to be examined" was so.</summary>
    private static bool IsUnrealAt(Occurrence place)
    {
        var words = place.Sentence.Words.ToList();
        var behind = Behind(words, words.IndexOf(place.Word)).Select(static word => word.Folded).ToList();
        var isModal = behind.Exists(Unreal.Contains);
        return behind.Contains("be") ? isModal || (behind.Contains("to") && (behind.Contains("is") || behind.Contains("are"))) : isModal && IsBare(place.Word);
    }

    /// <summary>Neither "lifted" nor "lifting".</summary>
    private static bool IsBare(TextWord word) =>
        !word.Folded.EndsWith("ed", StringComparison.Ordinal) && !word.Folded.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>The function words right before a word, and the adverbs among them.</summary>
    private static IEnumerable<TextWord> Behind(IReadOnlyList<TextWord> words, int index)
    {
        for (var i = index - 1; i >= 0 && index - i <= Reach; i--)
        {
            if (words[i + 1].IsClauseStart) yield break;
            if (!words[i].IsFunction && !words[i].Folded.EndsWith("ly", StringComparison.Ordinal)) yield break;
            yield return words[i];
        }
    }
}
