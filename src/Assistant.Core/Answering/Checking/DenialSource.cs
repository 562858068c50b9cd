namespace Assistant.Core.Answering.Checking;

/// <summary>Whether the passages deny what a denial of the claim denies.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DenialSource
{
    private const int HeadLength = 3;
    private const double LeastShare = 0.7;

    /// <summary>Whether they do, in these or other words.</summary>
    public static bool Has(SupportWindow window, Denial denial)
    {
        if (window.All.Any(sentence => sentence.Polarity.Scopes.Any(other => AreSame(sentence, denial, other) || AreRepeated(window.Claim.Words, denial, sentence.Words, other)))) return true;
        if (denial.Cue.Folded == "instead" && window.Chosen.Any(static sentence => sentence.Words.Any(static word => word.Folded == "instead"))) return true;
        if (window.Chosen.Any(sentence => sentence.Polarity.Scopes.Any(other => AreOpposite(denial, other)))) return false;
        return DenialParaphrase.Fits(window, denial) || (!IsSaidOfSome(window, denial) && IsDeniedAtPlaces(window, denial));
    }

    /// <summary>The first of the denied words that stands anywhere is denied there; for a noun any of the next will do.</summary>
    private static bool IsDeniedAtPlaces(SupportWindow window, Denial denial)
    {
        if (denial.Scope.Count == 0) return false;
        var words = denial.Scope.SkipWhile(word => !IsTelling(denial, word)).Take(HeadLength).ToList();
        if (words.Count == 0) words = [.. denial.Scope.Take(HeadLength)];
        foreach (var word in words)
        {
            var places = Alignment.PlacesOf(window, word);
            if (places.Count > 0 && places.All(place => place.IsDenied && IsSpokenOf(place))) return true;
            if (word == words[0] && Decides(window, denial, places) is { } isDenied) return isDenied;
        }

        return false;
    }

    /// <summary>Whether the first word alone tells that nothing, or something, is denied; null when the next ones must tell.</summary>
    private static bool? Decides(SupportWindow window, Denial denial, IReadOnlyList<Occurrence> places)
    {
        if (places.Count > 0) return denial.IsOfNoun ? null : false;
        if (IsOppositeSaidOfIt(window, denial)) return true;
        return denial.Cue.IsNegation ? null : false;
    }

    /// <summary>What fails, not only what surrounds it: not "never flew", from "failed to dock during the flight".</summary>
    private static bool IsSpokenOf(Occurrence place)
    {
        var denials = place.Sentence.Polarity.Scopes.Where(other => other.Scope.Contains(place.Word)).ToList();
        return denials.Count == 0 || denials.Exists(other => other.Cue.IsNegation || other.Head.Contains(place.Word));
    }

    /// <summary>"none of the posts has been surrounded", where the passages have "surrounded".</summary>
    private static bool IsSaidOfSome(SupportWindow window, Denial denial)
    {
        if (denial.Cue.Folded is not ("none" or "neither" or "nobody" or "noone" or "no")) return false;
        var verb = window.Claim.Words.SkipWhile(word => word != denial.Cue).TakeWhile(static (word, index) => index == 0 || !word.IsClauseStart)
            .SkipWhile(static word => !Lexicon.Auxiliaries.Contains(word.Folded)).FirstOrDefault(static word => !word.IsFunction);
        return verb is { IsPlain: true } && WordForms.IsPast(verb) && Alignment.PlacesOf(window, verb) is { Count: > 0 } places
            && places.All(place => IsSaidAt(window, place) && WordForms.AreForms(place.Word, verb));
    }

    /// <summary>"not damaged", where the passages have "undamaged" and name nobody else with it.</summary>
    private static bool IsOppositeSaidOfIt(SupportWindow window, Denial denial) =>
        OppositesOf(window, denial) is { Count: > 0 } said && said.All(place => IsSaidAt(window, place) && !NamesOthers(window.Claim, place.Part));

    private static IReadOnlyList<Occurrence> OppositesOf(SupportWindow window, Denial denial) =>
        denial.Scope.Count == 0 ? [] : Alignment.BestPlaces(window, denial.Scope[0], word => OppositeCheck.AreOpposites(word, denial.Scope[0]));

    private static bool IsSaidAt(SupportWindow window, Occurrence place) => !place.IsDenied && window.Chosen.Contains(place.Sentence);

    private static bool NamesOthers(ClaimText claim, ClausePart part) => part.Words.Any(name => name.IsCapital && !claim.Words.Any(own => WordForms.AreSameName(own, name)));

    /// <summary>Not a light word, nor "allow" and whom.</summary>
    private static bool IsTelling(Denial denial, TextWord word) =>
        !Lexicon.LightWords.Contains(word.Folded) && !Lexicon.EnablingVerbs.Contains(word.Folded)
        && !(word.IsCapital && !denial.IsOfNoun);

    /// <summary>One denies what the other denies the opposite of: "will not keep" and "will not give up".</summary>
    private static bool AreOpposite(Denial left, Denial right) =>
        WithNext(left).Any(word => !WithNext(right).Any(other => WordForms.AreForms(word, other)) && WithNext(right).Any(other => OppositeCheck.AreOpposites(word, other)));

    private static IEnumerable<TextWord> WithNext(Denial denial) => denial.Next is null ? denial.Head : denial.Head.Prepend(denial.Next);

    /// <summary>Both have the same two words behind "not": "did not say whether".</summary>
    private static bool AreRepeated(IReadOnlyList<TextWord> left, Denial own, IReadOnlyList<TextWord> right, Denial other) =>
        own.Cue.Folded == other.Cue.Folded && own.Next is { IsFunction: false } next && other.Next is { } said && WordForms.AreForms(next, said)
        && (TextWords.After(left, next), TextWords.After(right, said)) is ({ } second, { } third) && WordForms.AreForms(second, third) && second.IsClauseStart == third.IsClauseStart;

    /// <summary>Both deny with the same verb ("rejected"), and have a word of what is denied in common.</summary>
    private static bool AreSame(PassageSentence sentence, Denial own, Denial other) => WordForms.AreForms(own.Cue, other.Cue)
        && ((Lexicon.NegativeVerbs.Contains(own.Cue.Folded) && own.SharesPlainWith(other)) || (own.Cue.Folded == "neither" && own.SharesWith(other))
            || (own.Cue.Folded is "reject" or "rejects" or "rejected" or "rule" or "rules" or "ruled" && own.Scope.Count > 0 && own.Scope.Count(sentence.Holds) >= LeastShare * own.Scope.Count));
}
