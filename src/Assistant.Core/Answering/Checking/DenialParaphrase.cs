namespace Assistant.Core.Answering.Checking;

/// <summary>Whether a denial says in other words what the passages say without one: "never before" for "the first", "not until" for "only".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DenialParaphrase
{
    private const int HeadLength = 3;

    /// <summary>Whether it does.</summary>
    public static bool Fits(SupportWindow window, Denial denial) =>
        IsNeverBefore(window, denial) || IsOnlyThen(window, denial);

    /// <summary>"had never won before", where the passages have "won for the first time".</summary>
    private static bool IsNeverBefore(SupportWindow window, Denial denial) =>
        denial.Cue.IsNegation && window.Chosen.Any(sentence =>
            (SaysBefore(window.Claim.Words) || IsBeforeFirst(window.Claim.Words, sentence.Words)) && sentence.Words.Any(static word => word.Folded == "first") && !sentence.Words.Any(static word => word.Folded is "second" or "third" or "fourth" or "fifth")
            && denial.Head.Any(word => sentence.Words.Any(other => WordForms.AreSimilar(word, other))));

    /// <summary>"before" alone, not before a time or an event.</summary>
    private static bool SaysBefore(IReadOnlyList<TextWord> words) => words.Index().Any(pair => pair.Item.Folded == "before"
        && (pair.Index + 1 == words.Count || words[pair.Index + 1].IsClauseStart || (pair.Index > 0 && words[pair.Index - 1].Folded == "never")));

    /// <summary>"no coach before Ellis", where the passages have "Ellis became the first coach": the last name before "first" that is not behind "of".</summary>
    private static bool IsBeforeFirst(IReadOnlyList<TextWord> claim, IReadOnlyList<TextWord> said)
    {
        var names = said.TakeWhile(static word => word.Folded != "first").Where(static word => word is { IsCapital: true, IsFunction: false }).ToList();
        return names.FindLast(name => TextWords.Before(said, name)?.Folded is not ("of" or "from" or "in" or "to")) is { } first
            && claim.Zip(claim.Skip(1)).Any(pair => pair.First.Folded == "before" && said.SkipWhile(word => word != first).TakeWhile(word => word == first || word.IsCapital).Any(word => WordForms.AreSameName(word, pair.Second)));
    }

    /// <summary>"did not open until May", where the passages have "opened only in May".</summary>
    private static bool IsOnlyThen(SupportWindow window, Denial denial)
    {
        if (denial.Cue.Folded != "not" || denial.Scope.Count == 0) return false;
        var until = window.Claim.Words.SkipWhile(word => word != denial.Cue).Skip(1).TakeWhile(static word => !word.IsClauseStart).SkipWhile(static word => word.Folded != "until").Skip(1).Where(static word => !word.IsFunction).Take(HeadLength).ToList();
        return until.Count > 0 && Alignment.PlacesOf(window, denial.Scope[0]) is { Count: > 0 } places
            && places.All(place => !place.IsDenied && AfterOnly(place.Sentence.Words).Any(word => until.Exists(own => WordForms.AreForms(own, word))));
    }

    private static IEnumerable<TextWord> AfterOnly(IReadOnlyList<TextWord> words) =>
        words.SkipWhile(static word => word.Folded is not ("only" or "first")).Skip(1).Where(static word => !word.IsFunction).Take(HeadLength);
}
