using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages only say can, must or will be done, or was asked for, a claim must not tell as done, nor what was so at first as so now: no "has lifted" for "can lift".</summary>
/// <remarks>Looks at what stands before a verb, in the claim and at its place in the passages. Pure and thread-safe.</remarks>
internal static class RealityCheck
{
    private const int Reach = 4;
    private const int ReachOfFirst = 9;

    private static readonly FrozenSet<string> Unreal = FrozenSet.ToFrozenSet(
        ["can", "could", "may", "might", "must", "should", "will", "would", "shall", "cannot"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Real = FrozenSet.ToFrozenSet(["has", "have", "had", "was", "were", "did"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Planned = FrozenSet.ToFrozenSet(["due", "meant", "supposed", "scheduled", "intended", "planned", "set", "about", "expected", "likely", "said", "believed", "thought", "reported", "alleged", "claimed"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unmade = FrozenSet.ToFrozenSet(
        ["planned", "proposed", "attempted", "failed", "abortive", "aborted", "threatened", "feared", "intended", "draft", "potential", "would-be", "cancelled", "unfinished", "rejected", "so-called", "supposed", "pretended", "fake", "forged"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weighing = FrozenSet.ToFrozenSet(
        ["consider", "considers", "considered", "considering", "discuss", "discussed", "discussing", "propose", "proposed", "proposes", "suggest", "suggested", "suggests", "contemplated", "weighed", "weighing", "mulled", "recommended", "envisaged", "risk", "risked", "risks"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Factual = FrozenSet.ToFrozenSet(
        ["first", "last", "second", "third", "only", "forced", "obliged", "compelled", "managed", "able", "began", "begun", "started", "continued", "helped", "dared", "decided", "chose", "enough", "caused", "led"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Past = FrozenSet.ToFrozenSet(["was", "were", "had", "did", "used"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Opening = FrozenSet.ToFrozenSet(["to", "if", "unless", "is", "are", "be", "being", "the", "a", "an", "this", "its"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Earlier = FrozenSet.ToFrozenSet(["first", "once", "initially", "originally", "formerly", "previously"], StringComparer.Ordinal);

    /// <summary>Why something did not happen yet or is over; null when it is neither.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 1; i < words.Count; i++)
            if (IsDone(words, i) && !window.Claim.Polarity.Denies(words[i]) && IsUnreal(window, words[i])) return $"the cited passage does not say that “{words[i].Text}” happened";
        if (words.FirstOrDefault(word => IsOnlyPlanned(window, word)) is { } planned) return $"the cited passage does not say that the “{planned.Text}” came about";
        return words.FirstOrDefault(word => IsOver(window, word)) is { } over ? $"the cited passage says “{over.Text}” only of an earlier time" : null;
    }

    /// <summary>"after the merger", where the passages have "the planned merger".</summary>
    private static bool IsOnlyPlanned(SupportWindow window, TextWord noun)
    {
        if (!noun.IsPlain || window.Claim.Words.Any(static word => Unmade.Contains(word.Folded) || Lexicon.Hedges.Contains(word.Folded)) || window.Claim.Polarity.Scopes.Count > 0) return false;
        return Alignment.BestPlaces(window, noun, other => WordForms.AreForms(noun, other)) is { Count: > 0 } places
            && places.All(static place => !place.Word.IsClauseStart && TextWords.Before(place.Sentence.Words, place.Word) is { } before && Unmade.Contains(before.Folded));
    }

    /// <summary>A verb in the past or behind "has" or "was", without a word before it that makes it unreal or a noun.</summary>
    private static bool IsDone(IReadOnlyList<TextWord> words, int index)
    {
        if (words[index].IsFunction || words[index].IsCapital) return false;
        var behind = Behind(words, index).ToList();
        var isReal = behind.Exists(static word => Real.Contains(word.Folded)) || (WordForms.IsPast(words[index]) && !words.Take(index).Any(static word => Unreal.Contains(word.Folded)));
        return isReal && !behind.Exists(static word => Unreal.Contains(word.Folded) || Opening.Contains(word.Folded));
    }

    private static bool IsUnreal(SupportWindow window, TextWord verb) => Alignment.PlacesOf(window, verb) is { Count: > 0 } places && places.All(IsUnrealAt);

    /// <summary>"opposes", where the passages have "had first opposed"; "is for sale" for "was once for sale"; "sells" for "used to sell".</summary>
    private static bool IsOver(SupportWindow window, TextWord word)
    {
        if (!word.IsPlain || WordForms.IsPast(word) || window.Claim.Words.Any(static other => Earlier.Contains(other.Folded) || Past.Contains(other.Folded))) return false;
        var places = Alignment.BestPlaces(window, word, other => WordForms.AreForms(word, other));
        return places.Count > 0 && places.All(IsOfEarlier);
    }

    private static bool IsOfEarlier(Occurrence place)
    {
        var before = place.Sentence.Words.TakeWhile(word => word != place.Word).TakeLast(Reach - 1).ToList();
        if (before.Count == 0 || place.Word.IsClauseStart) return false;
        return WordForms.IsPast(place.Word) ? Earlier.Contains(before[^1].Folded) : IsUsedTo(before)
            || before.Zip(before.Skip(1)).Any(static pair => pair.First.Folded is "was" or "were" && Earlier.Contains(pair.Second.Folded));
    }

    /// <summary>"used to", not "is used to".</summary>
    private static bool IsUsedTo(List<TextWord> before) => before is [.., { Folded: "used" }, { Folded: "to" }];

    /// <summary>"can lift", "will be retired", "are to be examined", "should have opened"; but "had to be examined" was so.</summary>
    private static bool IsUnrealAt(Occurrence place)
    {
        var words = place.Sentence.Words.ToList();
        if (IsPlanned(words, place.Word) || IsOnlyMeant(words, place.Word) || IsOnlyWeighed(words, place.Word) || IsInfinitiveToo(words, place.Word)) return true;
        var behind = Behind(words, words.IndexOf(place.Word)).Select(static word => word.Folded).ToList();
        if (behind.Exists(Unreal.Contains)) return true;
        return behind.Contains("to") && !behind.Contains("had") && behind.Exists(static word => word is "is" or "are" or "was" or "were");
    }

    /// <summary>"was due to open", "had been meant to be opened".</summary>
    private static bool IsPlanned(List<TextWord> words, TextWord verb)
    {
        var before = words.TakeWhile(word => word != verb).TakeLast(3).ToList();
        var to = before.FindLastIndex(static word => word.Folded == "to");
        return to > 0 && !before[^1].IsClauseStart && Planned.Contains(before[to - 1].Folded);
    }

    /// <summary>"offered to resign", "asked to see it"; but "was forced to resign", "the first to win".</summary>
    private static bool IsOnlyMeant(List<TextWord> words, TextWord verb)
    {
        var index = words.IndexOf(verb);
        if (index < 2 || verb.IsClauseStart || words[index - 1].Folded != "to" || words[index - 2].IsFunction || words[index - 2].HasDigit) return false;
        return !words.Take(index).TakeLast(ReachOfFirst).Any(static word => Factual.Contains(word.Folded));
    }

    /// <summary>"asked the court to free him and pay him": the second verb belongs to the first one's "to".</summary>
    private static bool IsInfinitiveToo(List<TextWord> words, TextWord verb)
    {
        var index = words.IndexOf(verb);
        if (index < ReachOfFirst / 2 || words[index - 1].Folded != "and" || WordForms.IsPast(verb)) return false;
        var before = words.Take(index - 1).TakeLast(ReachOfFirst).ToList();
        var to = before.FindLastIndex(static word => word.Folded == "to");
        return to > 0 && to + 1 < before.Count && IsOnlyMeant(words, before[to + 1]);
    }

    /// <summary>"considered resigning".</summary>
    private static bool IsOnlyWeighed(List<TextWord> words, TextWord verb) =>
        verb.Folded.EndsWith("ing", StringComparison.Ordinal) && !verb.IsClauseStart && words.TakeWhile(word => word != verb).LastOrDefault() is { } before && Weighing.Contains(before.Folded);

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
