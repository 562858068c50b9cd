namespace Assistant.Core.Answering.Checking;

/// <summary>Whether a denial says in other words what the passages say without one: "never before" for "the first", "not until" for "only".</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DenialParaphrase
{
    private const int HeadLength = 3;

    /// <summary>Whether it does.</summary>
    public static bool Fits(SupportWindow window, Denial denial) =>
        IsNeverBefore(window, denial) || IsOnlyThen(window, denial) || IsUnless(window, denial) || IsOfExcepted(window, denial);

    /// <summary>"had never won before", where the passages have "won for the first time".</summary>
    private static bool IsNeverBefore(SupportWindow window, Denial denial) =>
        denial.Cue.IsNegation && window.Chosen.Any(sentence =>
            (SaysBefore(window.Claim.Words) || IsNoneEver(window.Claim, denial) || IsBeforeFirst(window.Claim.Words, sentence.Words)) && sentence.Words.Any(static word => word.Folded == "first") && !sentence.Words.Any(static word => word.Folded is "second" or "third" or "fourth" or "fifth")
            && denial.Head.Any(word => sentence.Words.Any(other => WordForms.AreSimilar(word, other))));

    /// <summary>"no one had ever"; but not "the first ever".</summary>
    private static bool IsNoneEver(ClaimText claim, Denial denial) => denial.Cue.Folded is "no" or "nobody" or "noone" or "none"
        && claim.Words.Zip(claim.Words.Skip(1)).Any(static pair => pair.First.Folded == "had" && pair.Second.Folded == "ever") && !claim.Words.Any(static word => word.Folded == "first");

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

    /// <summary>"if the state does not pay", where the passages have "unless the state pays".</summary>
    private static bool IsUnless(SupportWindow window, Denial denial)
    {
        if (denial.Scope.Count == 0 || !window.Claim.Words.TakeWhile(word => word != denial.Cue).Reverse().TakeWhile(static word => !word.IsClauseStart || word.Folded == "if").Any(static word => word.Folded == "if")) return false;
        return window.Chosen.Any(sentence => sentence.Words.SkipWhile(static word => word.Folded != "unless").Skip(1).TakeWhile(static word => !word.IsClauseStart)
            .Any(word => WordForms.AreForms(word, denial.Scope[0])));
    }

    /// <summary>"Eritrea has not signed", where the passages have "all states except Eritrea have signed".</summary>
    private static bool IsOfExcepted(SupportWindow window, Denial denial)
    {
        if (denial.Scope.Count == 0) return false;
        var subjects = window.Claim.Words.TakeWhile(word => word != denial.Cue).Where(static word => word is { IsCapital: true, IsFunction: false }).ToList();
        return Alignment.PlacesOf(window, denial.Scope[0]) is { Count: > 0 } places && places.All(place => !place.IsDenied && Excepted(place.Sentence.Words).Any(name => subjects.Exists(own => WordForms.AreSameName(own, name))));
    }

    /// <summary>The names behind "all" and "except".</summary>
    private static IEnumerable<TextWord> Excepted(IReadOnlyList<TextWord> words) =>
        words.SkipWhile(static word => word.Folded is not ("all" or "every")).SkipWhile(static word => word.Folded != "except").Skip(1).TakeWhile(static word => word.IsCapital || word.Folded is "for" or "the" or "and");

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
