namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not deny what the passages say, nor say what they deny.</summary>
/// <remarks>
/// Each denied word is laid beside the place of the passages that is most like the claim; there it must be denied too.
/// When the passages have no such word, a word that can stand for a denial must be there. Pure and thread-safe.
/// </remarks>
internal static class NegationCheck
{
    private const int LeastSubject = 3;

    private static readonly string[] Opening = ["that", "which", "who", "why", "how", "what", "whether", "where", "when", "and", "but", "or"];

    /// <summary>Why the denials do not fit; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (DoubleDenial(window) is { } reason) return reason;
        if (window.Claim.Polarity.Scopes.Any(denial => !DenialSource.Has(window, denial))) return "it denies what the cited passage says";
        if (window.All.Any(sentence => sentence.Polarity.Scopes.Any(denial => !IsDeniedHere(window, sentence, denial)))) return "the cited passage denies it";
        if (DropsUntil(window)) return "the cited passage denies it only up to a time";
        if (IsImpossible(window)) return "the cited passage says that it was not possible";
        if (HasNothingToDo(window)) return "the cited passage says that the two have nothing to do with each other";
        if (LeavesOut(window)) return "the cited passage says only what is not so";
        return SaysAgain(window) ? "the cited passage says that it was the first time" : null;
    }

    /// <summary>"did not fail to fire" where the passages say "failed to fire" or "did not fire", or the other way round.</summary>
    private static string? DoubleDenial(SupportWindow window)
    {
        var claimed = TwiceDenied(window.Claim.Polarity);
        var said = window.All.SelectMany(static sentence => TwiceDenied(sentence.Polarity)).ToList();
        if (claimed.Count > 0 || HasNotWithout(window.Claim.Polarity))
            return said.Count > 0 || window.All.Any(static sentence => HasNotWithout(sentence.Polarity)) ? null : "it denies a denial that the cited passage does not deny";
        var isSaidOnce = window.Claim.Polarity.Scopes.Any(denial => said.Exists(inner => WordForms.AreForms(inner.Cue, denial.Cue) && inner.SharesWith(denial)));
        return isSaidOnce ? "the cited passage denies this denial" : null;
    }

    /// <summary>The denials that are denied.</summary>
    private static List<Denial> TwiceDenied(Polarity polarity) =>
        [.. polarity.Scopes.Where(inner => polarity.Scopes.Any(outer => outer != inner && (outer.Next == inner.Cue || (outer.Scope.Count > 0 && outer.Scope[0] == inner.Cue) || IsWithin(outer, inner))))];

    /// <summary>"neither team failed to score".</summary>
    private static bool IsWithin(Denial outer, Denial inner) =>
        outer.Cue.IsNegation && outer.Cue.Folded != "without" && outer.Cue.Start < inner.Cue.Start
        && (inner.Cue.IsNegation || Lexicon.FailingVerbs.Contains(inner.Cue.Folded)) && inner.Cue.Folded is not ("nor" or "without") && inner.Next?.Folded != "confidence"
        && inner.Scope.Count > 0 && outer.Scope.Contains(inner.Scope[0]);

    /// <summary>"did not go home without the award".</summary>
    private static bool HasNotWithout(Polarity polarity) => polarity.Scopes.Any(inner => inner.Cue.Folded == "without" && polarity.Scopes.Any(outer =>
        outer.Cue.IsNegation && outer.Cue.Start < inner.Cue.Start && inner.Scope.Count > 0 && outer.Scope.Contains(inner.Scope[0])));

    /// <summary>"did not open", where the passages have "did not open until May".</summary>
    private static bool DropsUntil(SupportWindow window) =>
        !window.Claim.Words.Any(static word => word.Folded is "until" or "till" or "before" or "yet" or "only" or "first")
        && window.Claim.Polarity.Scopes.Any(denial => window.Chosen.Any(sentence => sentence.Polarity.Scopes.Any(other =>
            other.Cue.Folded == "not" && other.SharesWith(denial) && sentence.Words.Where(word => word.Start > other.Cue.Start).TakeWhile(static word => !word.IsClauseStart).Any(static word => word.Folded == "until"))));

    /// <summary>"could vote online", where the passages have "voting online was not possible".</summary>
    private static bool IsImpossible(SupportWindow window) =>
        window.Claim.Words.Any(static word => word.Folded is "can" or "could" or "may" or "might") && window.Claim.Polarity.Scopes.Count == 0
        && window.All.Any(sentence => sentence.Parts.Any(part => part.Words.FirstOrDefault(static word => word.Folded is "possible" or "allowed" or "permitted") is { } possible
            && sentence.Polarity.Denies(possible)
            && part.Words.Where(word => !word.IsFunction && word != possible).ToList() is { Count: > 1 } things
            && things.TrueForAll(thing => window.Claim.Words.Any(word => WordForms.AreSimilar(word, thing)))));

    /// <summary>"had nothing to do with", of which the claim makes a tie.</summary>
    private static bool HasNothingToDo(SupportWindow window) =>
        !window.Claim.Words.Any(static word => word.IsNegation) && window.Chosen.Take(1).Any(static sentence =>
            sentence.Words.Zip(sentence.Words.Skip(1), sentence.Words.Skip(2)).Any(static three => (three.First.Folded, three.Second.Folded, three.Third.Folded) == ("nothing", "to", "do")));

    /// <summary>The claim speaks of all that a passage denies something of, but neither of that nor with a denial of its own.</summary>
    private static bool LeavesOut(SupportWindow window)
    {
        var claim = window.Claim;
        if (claim.Polarity.Scopes.Count > 0 || claim.Polarity.Implied.Count > 0) return false;
        return window.All.Any(sentence => sentence.Polarity.Scopes.Any(denial =>
        {
            var part = sentence.Parts.FirstOrDefault(part => part.Words.Contains(denial.Cue));
            var others = part?.Words.Where(word => !word.IsFunction && word != denial.Cue && !denial.Scope.Contains(word)).ToList() ?? [];
            return others.Count >= (denial.Scope.Any(static word => word.Folded == "affected") ? LeastSubject - 1 : LeastSubject) && others.TrueForAll(other => claim.Words.Any(word => WordForms.AreSimilar(word, other)))
                && !denial.Scope.Any(denied => claim.Words.Any(word => WordForms.AreSimilar(word, denied)));
        }));
    }

    /// <summary>What the passages deny is denied by the claim, unless the claim does not speak of it.</summary>
    private static bool IsDeniedHere(SupportWindow window, PassageSentence sentence, Denial denial)
    {
        var claim = window.Claim;
        var first = denial.Head.FirstOrDefault(denied => !sentence.IsDate(denied) && IsSpokenOf(window, sentence, denied));
        if (first is null || IsOfOther(claim, denial, first)) return true;
        if (Standing(window, first).TrueForAll(word => claim.Polarity.Denies(word) || IsSubjectOf(claim, word, denial))) return true;
        return claim.Words.Any(word => denial.Scope.Any(denied => OppositeCheck.AreOpposites(word, denied))
            && !window.All.Any(other => other.Words.Any(known => WordForms.AreForms(word, known))));
    }

    /// <summary>Of "neither Iraq nor Syria may be broken up" the claim has the name alone.</summary>
    private static bool IsOfOther(ClaimText claim, Denial denial, TextWord name) =>
        name.IsCapital && name == denial.Scope[0] && denial.Scope.Where(static denied => !denied.IsCapital).ToList() is { Count: > 0 } plain
        && !plain.Exists(denied => claim.Words.Any(word => WordForms.AreSimilar(word, denied)));

    /// <summary>The claim's words that are like a word of the passages; of several those that stand on it.</summary>
    private static List<TextWord> Standing(SupportWindow window, TextWord said)
    {
        var alike = window.Claim.Words.Where(word => WordForms.AreSimilar(word, said)).ToList();
        var standing = alike.Count < 2 ? alike : alike.FindAll(word => Alignment.PlacesOf(window, word) is [{ } place] && place.Word == said);
        return standing.Count > 0 ? standing : alike;
    }

    /// <summary>"production did not reach the level", where the passages have "could not raise production to the level".</summary>
    private static bool IsSubjectOf(ClaimText claim, TextWord word, Denial denial) => claim.Polarity.Scopes.Any(own =>
        own.Cue.Start > word.Start && own.Cue.Folded is "not" or "never" && own.SharesWith(denial)
        && claim.Words.SkipWhile(other => other != word).Skip(1).TakeWhile(other => other != own.Cue).All(static other => (other.IsFunction || other.IsCapital) && !other.IsClauseStart && !Opening.Contains(other.Folded)));

    /// <summary>A word of the claim stands on this very word of the passage, or is this word and the sentence is the one that the claim is most like.</summary>
    private static bool IsSpokenOf(SupportWindow window, PassageSentence sentence, TextWord denied) => window.Claim.Words.Any(word =>
        word.IsFunction == denied.IsFunction && WordForms.AreSimilar(word, denied)
        && (Alignment.PlacesOf(window, word).Any(place => place.Sentence == sentence && place.Word == denied) || (sentence == window.Chosen[0] && IsOnlyDenied(sentence, word, denied))));

    private static bool IsOnlyDenied(PassageSentence sentence, TextWord word, TextWord denied) => !word.IsFunction && word.Stem == denied.Stem
        && !sentence.Words.Any(other => word.Stem == other.Stem && !sentence.Polarity.Denies(other));

    /// <summary>"already", "before" or "again", where the passages have "for the first time" or "never before".</summary>
    private static bool SaysAgain(SupportWindow window) =>
        !window.Claim.Words.Any(static word => word.IsNegation && word.Folded != "without") && !window.Claim.Words.Any(IsFirst)
        && window.Claim.Words.Where((_, index) => IsRepetition(window.Claim, index)).Any(again => !window.Chosen.Any(sentence => sentence.Words.Any(word => word.Folded == again.Folded)))
        && window.All.Any(sentence => sentence.Words.Any(IsFirst) && window.Chosen.Any(chosen => chosen == sentence || window.ContextOf(sentence).Contains(chosen)));

    private static bool IsFirst(TextWord word) => word.Folded is "first" or "never";

    /// <summary>"had won before", "others had won before him"; but not "two years before".</summary>
    private static bool IsRepetition(ClaimText claim, int index) => claim.Words[index].Folded switch
    {
        "already" or "again" or "previously" => true,
        "before" => index > 0 && (!QuantityWords.Units.ContainsKey(claim.Words[index - 1].Folded) || TextWords.After(claim.Words, claim.Words[index]) is { IsCapital: true })
            && (index == claim.Words.Count - 1 || claim.Words[index + 1].Folded == "since" || claim.Words.Take(index).Any(static word => word.Folded is "had" or "other" or "others")),
        _ => false,
    };
}
