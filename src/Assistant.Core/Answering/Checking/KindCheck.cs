namespace Assistant.Core.Answering.Checking;

/// <summary>What a thing is, and whose, must be said of it where the passages say the rest: no "electoral court had decided" for "constitutional court had decided".</summary>
/// <remarks>Looks at the word before a noun, and at the name behind "of". Pure and thread-safe.</remarks>
internal static class KindCheck
{
    private const int LeastRest = 2;

    /// <summary>Why it is another one; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var part in window.Claim.Parts)
        {
            for (var i = 0; i + 1 < part.Words.Count; i++)
                if (IsOtherKind(window, part, i) || IsOfOtherName(window, part, i)) return $"the cited passage says it of another “{part.Words[i].Text}”";
        }

        return null;
    }

    /// <summary>"electoral court", where the sentence that says the rest has another court only.</summary>
    private static bool IsOtherKind(SupportWindow window, ClausePart part, int index)
    {
        var (kind, noun) = (part.Words[index], part.Words[index + 1]);
        if (!IsTelling(window, kind) || !IsTelling(window, noun) || noun.IsClauseStart || WordForms.IsPast(noun) || IsInfinitive(part, index)) return false;
        return BestFor(window, part, kind) is { } best && !best.Holds(kind) && IsOtherIn(window, best, noun);
    }

    /// <summary>"to ban bags": a verb, not a kind of bags.</summary>
    private static bool IsInfinitive(ClausePart part, int index) => index > 0 && part.Words[index - 1].Folded == "to";

    /// <summary>The noun stands there only behind words that the claim does not have.</summary>
    private static bool IsOtherIn(SupportWindow window, PassageSentence best, TextWord noun)
    {
        var places = best.Words.Where(word => WordForms.AreForms(noun, word)).ToList();
        return places.Count > 0 && places.TrueForAll(place => !place.IsClauseStart
            && TextWords.Before(best.Words, place) is { IsPlain: true } other && !window.Claim.Words.Any(word => WordForms.AreSimilar(word, other)));
    }

    /// <summary>"Boeing of Altair", where the sentence that says the rest has a Boeing of somebody else only, and Altair too.</summary>
    private static bool IsOfOtherName(SupportWindow window, ClausePart part, int index)
    {
        if (index + 2 >= part.Words.Count || part.Words[index + 1].Folded != "of") return false;
        var (noun, name) = (part.Words[index], part.Words[index + 2]);
        if (noun.IsFunction || noun.HasDigit || name is not { IsCapital: true, IsFunction: false } || BestFor(window, part, name) is not { } best) return false;
        var places = best.Words.Where(word => WordForms.AreForms(noun, word)).Select(place => OfName(best.Words, place)).ToList();
        return places.Count > 0 && places.TrueForAll(other => other is not null && !WordForms.AreSameName(name, other)) && best.Words.Any(word => WordForms.AreSameName(name, word));
    }

    private static TextWord? OfName(IReadOnlyList<TextWord> words, TextWord noun) =>
        TextWords.After(words, noun) is { Folded: "of" } of && TextWords.After(words, of) is { IsCapital: true, IsFunction: false } name ? name : null;

    private static PassageSentence? BestFor(SupportWindow window, ClausePart part, TextWord left)
    {
        var rest = part.Words.Where(word => word != left && window.Content.Contains(word)).ToList();
        return rest.Count < LeastRest ? null : window.BestFor(rest);
    }

    private static bool IsTelling(SupportWindow window, TextWord word) => word.IsPlain && !window.Claim.IsMeasured(word) && !Lexicon.LightWords.Contains(word.Folded);
}
