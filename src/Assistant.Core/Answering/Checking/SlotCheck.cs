namespace Assistant.Core.Answering.Checking;

/// <summary>A name must stand beside the word that the passages put it beside: not "built in Germany" for "built in France".</summary>
/// <remarks>Looks at the content words next to each name of the claim. Pure and thread-safe.</remarks>
internal static class SlotCheck
{
    private const int Reach = 3;

    /// <summary>Why a name is in the place of another one; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var names = NameCheck.NamesOf(window);
        var capitals = window.Claim.Words.Where(static word => word.IsCapital).ToList();
        foreach (var name in names.Where(name => !NameCheck.IsAbbreviated(name, window, [.. window.All.SelectMany(static sentence => sentence.Words)])))
        {
            if (IsOfOtherOrigin(window, name)) return $"the cited passage has another name in the place of {name.Text}";
            if (IsTaken(window, capitals, name, before: true) || IsTaken(window, capitals, name, before: false))
                return $"the cited passage has another name in the place of {name.Text}";
        }

        return null;
    }

    private static bool IsTaken(SupportWindow window, IReadOnlyList<TextWord> names, TextWord name, bool before)
    {
        if (before && Beside(window.Claim.Words, name, before).FirstOrDefault()?.Folded == "by") return false;
        if (Beside(window.Claim.Words, name, before).FirstOrDefault(static word => !word.IsFunction) is not { IsCapital: false, IsSpeech: false, HasDigit: false } neighbour) return false;
        var places = Alignment.BestPlaces(window, neighbour, other => WordForms.AreForms(neighbour, other));
        return places.Count > 0 && places.All(place =>
        {
            var there = Beside(place.Sentence.Words, place.Word, !before).Where(word => word.IsCapital && !word.IsFunction && !place.Sentence.IsDate(word)).ToList();
            return there.Count > 0 && !there.Exists(other => names.Any(known => WordForms.AreSameName(known, other) || WordForms.AreForms(known, other)))
                && !place.Part.Words.Any(other => WordForms.AreSameName(name, other));
        });
    }

    /// <summary>"the Chilean liner", where the passages have the Norwegian one.</summary>
    private static bool IsOfOtherOrigin(SupportWindow window, TextWord name)
    {
        if (Next(window.Claim.Words, name) is not { IsCapital: false, IsFunction: false, IsSpeech: false, HasDigit: false } noun || WordForms.IsPast(noun)) return false;
        var places = Alignment.BestPlaces(window, noun, other => WordForms.AreForms(noun, other));
        return places.Count > 0 && places.All(place => !place.Word.IsClauseStart
            && TextWords.Before(place.Sentence.Words, place.Word) is { IsCapital: true, IsFunction: false } other && !place.Sentence.IsDate(other)
            && !WordForms.AreSameName(name, other) && place.Sentence.Words.Any(word => WordForms.AreSameName(name, word)));
    }

    private static TextWord? Next(IReadOnlyList<TextWord> words, TextWord word) =>
        TextWords.After(words, word) is { IsClauseStart: false } next ? next : null;

    /// <summary>The words next to a word on one side, nearest first, up to the end of its clause.</summary>
    private static IEnumerable<TextWord> Beside(IReadOnlyList<TextWord> words, TextWord word, bool before)
    {
        var index = words.ToList().IndexOf(word);
        for (var step = 1; step <= Reach; step++)
        {
            var next = before ? index - step : index + step;
            if (next < 0 || next >= words.Count || (before ? words[next + 1] : words[next]).IsClauseStart) yield break;
            yield return words[next];
        }
    }
}
