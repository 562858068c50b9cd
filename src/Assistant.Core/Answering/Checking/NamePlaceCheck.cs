using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A name must not stand where the passages have another one that the claim does not name: no "Parmalat resigned as chairman" for "Tanzi resigned as chairman".</summary>
/// <remarks>Compares what surrounds the name with what surrounds each name of the passages; a pronoun may stand for the name. Pure and thread-safe.</remarks>
internal static class NamePlaceCheck
{
    private const double LeastRatio = 2;
    private const double LeastDifference = 1;

    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(["he", "she", "it", "they", "his", "her", "its", "their", "who", "which"], StringComparer.Ordinal);

    /// <summary>Why another name belongs there; null when none does.</summary>
    public static string? Contradiction(SupportWindow window) =>
        Runs(window.Claim.Words, [.. NameCheck.NamesOf(window)]).FirstOrDefault(run => run.TrueForAll(name => IsMisplaced(window, name))) is { } misplaced
            ? $"the cited passage has another name in the place of {misplaced[^1].Text}" : null;

    /// <summary>Names of several words, without their kinds ("Court", "Union").</summary>
    private static IEnumerable<List<TextWord>> Runs(IReadOnlyList<TextWord> words, List<TextWord> names)
    {
        var run = new List<TextWord>();
        foreach (var word in words)
        {
            if (run.Count > 0 && (!names.Contains(word) || word.IsClauseStart))
            {
                yield return run;
                run = [];
            }

            if (names.Contains(word) && !word.IsKindOfName && !word.HasDigit) run.Add(word);
        }

        if (run.Count > 0) yield return run;
    }

    private static bool IsMisplaced(SupportWindow window, TextWord name)
    {
        var near = Around(window.Claim.Words, name);
        var names = window.All.SelectMany(sentence => sentence.Words.Where(word => IsName(sentence, word)).Select(word => (Sentence: sentence, Word: word, IsSame: IsSame(window, name, word))))
            .Where(place => place.IsSame || !IsClaimed(window, place.Sentence, place.Word));
        var pronouns = window.All.SelectMany(static sentence => sentence.Words.Where(static word => Pronouns.Contains(word.Folded)).Select(word => (Sentence: sentence, Word: word, IsSame: true)));
        var scored = names.Concat(pronouns).Select(place => (place.IsSame, Score: Surroundings.Likeness(near, Around(place.Sentence.Words, place.Word)))).ToList();
        var own = scored.Where(static place => place.IsSame).Select(static place => place.Score).DefaultIfEmpty(double.MaxValue).Max();
        return scored.Exists(place => !place.IsSame && place.Score > Math.Max(LeastRatio * own, own + LeastDifference));
    }

    private static bool IsName(PassageSentence sentence, TextWord word) => word is { IsCapital: true, IsFunction: false, HasDigit: false, IsKindOfName: false } && !sentence.IsDate(word);

    private static bool IsSame(SupportWindow window, TextWord name, TextWord word) =>
        WordForms.AreSameName(name, word) || WordForms.AreForms(name, word) || NameCheck.IsAbbreviated(name, window, [word]);

    /// <summary>The claim has the name too, or it is part of one that it has.</summary>
    private static bool IsClaimed(SupportWindow window, PassageSentence sentence, TextWord word)
    {
        var (before, after) = (TextWords.Before(sentence.Words, word), TextWords.After(sentence.Words, word));
        return window.Claim.Words.Any(own => own.IsCapital && (WordForms.AreSameName(own, word) || WordForms.AreForms(own, word)
            || (before is { IsCapital: true } && !word.IsClauseStart && WordForms.AreSameName(own, before)) || (after is { IsCapital: true, IsClauseStart: false } && WordForms.AreSameName(own, after))));
    }

    private static IReadOnlyList<(TextWord Word, int Distance)> Around(IReadOnlyList<TextWord> words, TextWord place) =>
        Surroundings.Around(words.Where(word => !word.IsCapital || word == place), place.Start, place.End);
}
