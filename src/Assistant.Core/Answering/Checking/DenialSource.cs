namespace Assistant.Core.Answering.Checking;

/// <summary>Whether the passages deny what a denial of the claim denies.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DenialSource
{
    private const int HeadLength = 3;

    /// <summary>Whether they do, in these or other words.</summary>
    public static bool Has(SupportWindow window, Denial denial)
    {
        if (window.All.Any(sentence => sentence.Polarity.Scopes.Any(other => AreSame(denial, other)))) return true;
        if (denial.Cue.Folded == "instead" && window.Chosen.Any(static sentence => sentence.Words.Any(static word => word.Folded == "instead"))) return true;
        if (window.Chosen.Any(sentence => sentence.Polarity.Scopes.Any(other => AreOpposite(denial, other)))) return false;
        return IsNeverBefore(window, denial) || (!IsSaidOfSome(window, denial) && IsDeniedAtPlaces(window, denial));
    }

    /// <summary>The first of the denied words that stands anywhere is denied there; for a noun any of the next will do.</summary>
    private static bool IsDeniedAtPlaces(SupportWindow window, Denial denial)
    {
        var first = denial.Scope.FirstOrDefault(word => IsTelling(denial, word)) ?? (denial.Scope.Count > 0 ? denial.Scope[0] : null);
        foreach (var word in denial.Scope.SkipWhile(word => word != first).Take(HeadLength))
        {
            var places = Alignment.PlacesOf(window, word);
            if (places.Count == 0)
            {
                if (word == first && IsOppositeSaidOfIt(window, denial)) return true;
                continue;
            }

            if (places.All(place => place.IsDenied && IsSpokenOf(window.Claim, place))) return true;
            if (word == first && !denial.IsOfNoun) return false;
        }

        return false;
    }

    /// <summary>The claim speaks of what fails, not only of what surrounds it: not "never flew", from "failed to dock during the flight".</summary>
    private static bool IsSpokenOf(ClaimText claim, Occurrence place)
    {
        var denials = place.Sentence.Polarity.Scopes.Where(other => other.Scope.Contains(place.Word)).ToList();
        return denials.Count == 0 || denials.Exists(other => other.Cue.IsNegation || other.Head.Contains(place.Word)
            || IsAnySaid(claim, [.. other.Head.Where(static denied => !Lexicon.LightWords.Contains(denied.Folded))]));
    }

    private static bool IsAnySaid(ClaimText claim, List<TextWord> words) => words.Count == 0 || words.Exists(denied => claim.Words.Any(word => WordForms.AreSimilar(word, denied)));

    /// <summary>"none of the posts has been surrounded", where the passages have "surrounded".</summary>
    private static bool IsSaidOfSome(SupportWindow window, Denial denial)
    {
        if (denial.Cue.Folded is not ("none" or "neither" or "nobody" or "noone" or "no")) return false;
        var verb = window.Claim.Words.SkipWhile(word => word != denial.Cue).TakeWhile(static (word, index) => index == 0 || !BeginsAnother(word))
            .SkipWhile(static word => !Lexicon.Auxiliaries.Contains(word.Folded)).FirstOrDefault(static word => !word.IsFunction);
        return verb is { IsPlain: true } && WordForms.IsPast(verb) && Alignment.PlacesOf(window, verb) is { Count: > 0 } places
            && places.All(place => IsSaidAt(window, place) && WordForms.AreForms(place.Word, verb));
    }

    private static bool BeginsAnother(TextWord word) => word.IsClauseStart || word.Folded is "and" or "or" or "nor" or "when" or "that" or "who";

    /// <summary>"not damaged", where the passages have "undamaged" and name nobody else with it.</summary>
    private static bool IsOppositeSaidOfIt(SupportWindow window, Denial denial) =>
        OppositesOf(window, denial) is { Count: > 0 } said && said.All(place => IsSaidAt(window, place) && !NamesOthers(window.Claim, place.Part));

    private static IReadOnlyList<Occurrence> OppositesOf(SupportWindow window, Denial denial) =>
        denial.Scope.Count == 0 ? [] : Alignment.BestPlaces(window, denial.Scope[0], word => OppositeCheck.AreOpposites(word, denial.Scope[0]));

    private static bool IsSaidAt(SupportWindow window, Occurrence place) => !place.IsDenied && window.Chosen.Contains(place.Sentence);

    private static bool NamesOthers(ClaimText claim, ClausePart part) => part.Words.Any(name => name.IsCapital && !claim.Words.Any(own => WordForms.AreSameName(own, name)));

    /// <summary>"had never won before", where the passages have "won for the first time".</summary>
    private static bool IsNeverBefore(SupportWindow window, Denial denial) =>
        denial.Cue.IsNegation && (SaysBefore(window.Claim.Words) || IsNoneEver(window.Claim, denial)) && window.Chosen.Any(sentence =>
            sentence.Words.Any(static word => word.Folded == "first") && !sentence.Words.Any(static word => word.Folded is "second" or "third" or "fourth" or "fifth")
            && denial.Head.Any(word => sentence.Words.Any(other => WordForms.AreSimilar(word, other))));

    /// <summary>"no one had ever"; but not "the first ever".</summary>
    private static bool IsNoneEver(ClaimText claim, Denial denial) => denial.Cue.Folded is "no" or "nobody" or "noone" or "none"
        && claim.Words.Zip(claim.Words.Skip(1)).Any(static pair => pair.First.Folded == "had" && pair.Second.Folded == "ever") && !claim.Words.Any(static word => word.Folded == "first");

    /// <summary>"before" alone, not before a time or an event.</summary>
    private static bool SaysBefore(IReadOnlyList<TextWord> words) => words.Index().Any(pair => pair.Item.Folded == "before"
        && (pair.Index + 1 == words.Count || words[pair.Index + 1].IsClauseStart || (pair.Index > 0 && words[pair.Index - 1].Folded == "never")));

    /// <summary>Not a light word, nor "allow" and whom.</summary>
    private static bool IsTelling(Denial denial, TextWord word) =>
        !Lexicon.LightWords.Contains(word.Folded) && !Lexicon.EnablingVerbs.Contains(word.Folded)
        && !(word.IsCapital && !denial.IsOfNoun);

    /// <summary>One denies what the other denies the opposite of: "will not keep" and "will not give up".</summary>
    private static bool AreOpposite(Denial left, Denial right) =>
        WithNext(left).Any(word => !WithNext(right).Any(other => WordForms.AreForms(word, other)) && WithNext(right).Any(other => OppositeCheck.AreOpposites(word, other)));

    private static IEnumerable<TextWord> WithNext(Denial denial) => denial.Next is null ? denial.Head : denial.Head.Prepend(denial.Next);

    /// <summary>Both deny with the same verb ("rejected"), and have a word of what is denied in common.</summary>
    private static bool AreSame(Denial left, Denial right) =>
        Lexicon.NegativeVerbs.Contains(left.Cue.Folded) && WordForms.AreForms(left.Cue, right.Cue) && left.SharesWith(right);
}
