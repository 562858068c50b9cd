namespace Assistant.Core.Answering.Checking;

/// <summary>What is set beside a name between commas must be set beside it in the passages: no "Franco, a former bishop" for "Lugo, a former bishop".</summary>
/// <remarks>Looks at the first words behind the comma, and at the name before them. Pure and thread-safe.</remarks>
internal static class AppositionCheck
{
    private const int Reach = 3;

    /// <summary>Why it is set beside another name; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 1; i < words.Count; i++)
            if (NameBefore(words, i) is { } name && IsOfOther(window, name, words[i])) return $"the cited passage says “{words[i].Text}” of somebody else than {name.Text}";
        return null;
    }

    /// <summary>The name before a comma, behind which a word stands with at most "a", "the", "who was" between; null when it is none.</summary>
    private static TextWord? NameBefore(IReadOnlyList<TextWord> words, int index)
    {
        if (words[index].IsFunction || words[index].IsCapital || words[index].HasDigit) return null;
        for (var i = index; i > 0 && index - i <= Reach; i--)
        {
            if (words[i].IsClauseStart) return i < index && words[i - 1] is { IsCapital: true, IsFunction: false } name && words[i].Folded is "a" or "an" or "the" or "who" or "which" or "whose" ? name : null;
            if (!words[i - 1].IsFunction) return null;
        }

        return null;
    }

    private static bool IsOfOther(SupportWindow window, TextWord name, TextWord said)
    {
        var places = Alignment.BestPlaces(window, said, other => WordForms.AreForms(said, other));
        return places.Count > 0 && places.All(place =>
        {
            var words = place.Sentence.Words.ToList();
            return NameBefore(words, words.IndexOf(place.Word)) is { } other && !WordForms.AreSameName(name, other) && !place.Sentence.Words.TakeWhile(word => word != place.Word).Any(word => WordForms.AreSameName(name, word));
        });
    }
}
