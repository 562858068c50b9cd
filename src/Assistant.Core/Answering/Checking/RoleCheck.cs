namespace Assistant.Core.Answering.Checking;

/// <summary>Who does it in a claim must not be whom it is done to in the passages: no "Britain overran Fiji" for "the islanders overran Britain".</summary>
/// <remarks>Looks at the names right before and right behind a verb. Pure and thread-safe.</remarks>
internal static class RoleCheck
{
    private const int Reach = 3;

    /// <summary>Why somebody has the place of another; null when nobody has.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        foreach (var name in NameCheck.NamesOf(window).Where(static name => !Lexicon.KindsOfName.Contains(name.Folded)))
        {
            var index = words.ToList().IndexOf(name);
            if (VerbBehind(words, index) is { } verb && IsObject(window, name, verb)) return $"the cited passage has {name.Text} in another place of “{verb.Text}”";
        }

        return null;
    }

    /// <summary>The verb that a name is the subject of: the next content word, no name, with only auxiliaries other than "be" between.</summary>
    private static TextWord? VerbBehind(IReadOnlyList<TextWord> words, int index)
    {
        for (var i = index + 1; i < words.Count && i <= index + Reach && !words[i].IsClauseStart; i++)
        {
            if (words[i].IsCapital && !words[i].IsFunction) continue;
            if (!words[i].IsFunction) return !words[i].IsSpeech && (words[i - 1].IsFunction || WordForms.IsPast(words[i])) ? words[i] : null;
            if (!Lexicon.Auxiliaries.Contains(words[i].Folded) || Lexicon.FormsOfBe.Contains(words[i].Folded)) return null;
        }

        return null;
    }

    /// <summary>At each place of the verb the name follows it at once, and does not stand before it.</summary>
    private static bool IsObject(SupportWindow window, TextWord name, TextWord verb)
    {
        var places = Alignment.BestPlaces(window, verb, other => WordForms.AreForms(verb, other));
        return places.Count > 0 && places.All(place =>
        {
            var words = place.Sentence.Words.ToList();
            var index = words.IndexOf(place.Word);
            if (words.Take(index).Any(word => WordForms.AreSameName(name, word))) return false;
            var behind = words.Skip(index + 1).TakeWhile(static word => !word.IsClauseStart).SkipWhile(static word => word.Folded is "the" or "a" or "an" or "its" or "his" or "her" or "their");
            return behind.TakeWhile(static word => word.IsCapital).Any(word => WordForms.AreSameName(name, word))
                || (HasSubject(words, index) && words.Skip(index + 1).Any(word => WordForms.AreSameName(name, word)) && !words.Skip(index + 1).Any(static word => word.Folded == "by"));
        });
    }

    /// <summary>Another name stands right before the verb, in its clause.</summary>
    private static bool HasSubject(List<TextWord> words, int verb)
    {
        for (var i = verb - 1; i >= 0 && verb - i <= Reach && !words[i + 1].IsClauseStart; i--)
            if (words[i] is { IsCapital: true, IsFunction: false }) return true;
        return false;
    }
}
