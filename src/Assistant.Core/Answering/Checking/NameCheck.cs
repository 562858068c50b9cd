namespace Assistant.Core.Answering.Checking;

/// <summary>Every name of a claim must stand in the sentences it rests on, or just before them.</summary>
/// <remarks>Abbreviations, plurals, and a country's adjective or capital count as the name. Pure and thread-safe.</remarks>
internal static class NameCheck
{
    /// <summary>Why the names do not follow; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var known = window.Sentences.SelectMany(static sentence => sentence.Words).Concat(window.Title).ToList();
        var names = NamesOf(window);
        foreach (var name in names)
        {
            var isKnown = known.Exists(other => WordForms.AreSameName(name, other) || (!other.IsCapital && other.Stem == name.Stem))
                || IsAbbreviated(name, window, known) || window.IsInPair(name) || IsTopic(window, name);
            if (isKnown) continue;
            return $"the name {name.Text} is not in what the cited passage says on this";
        }

        return null;
    }

    /// <summary>The first sentence names it, and those the claim stands on name nothing that the claim does not name; but who says something must be named there.</summary>
    public static bool IsTopic(SupportWindow window, TextWord name) =>
        !Attribution.Of(window.Claim.Words).Any(attribution => attribution.Speakers.Contains(name)) && window.All[0].Words.Any(word => word.IsCapital && WordForms.AreSameName(name, word))
        && !window.Chosen.SelectMany(static sentence => sentence.Words.Where(word => word.IsCapital && !word.IsFunction && !sentence.IsDate(word)))
            .Any(other => !window.Claim.Words.Any(word => WordForms.AreSameName(word, other)));

    /// <summary>The claim's names.</summary>
    public static IReadOnlyList<TextWord> NamesOf(SupportWindow window) =>
        [.. window.Claim.Words.Where((word, index) => IsName(window, word, index))];

    /// <summary>Whether a word of the claim is a name, not a plain first word.</summary>
    public static bool IsName(SupportWindow window, TextWord word, int index)
    {
        if (!word.IsCapital || window.Claim.IsMeasured(word)) return false;
        if (word.Text.Length > 1 && word.Text.All(static letter => char.IsUpper(letter) || letter == '.')) return true;
        if (word.IsFunction || (index == 0 && Lexicon.Openers.Contains(word.Folded))) return false;
        return index > 0 || !IsPlainWord(window, word);
    }

    /// <summary>The claim's first word is capital for its place alone when the passages have it, or one like it, in small letters.</summary>
    private static bool IsPlainWord(SupportWindow window, TextWord word) =>
        window.All.Any(sentence => sentence.Words.Any(other =>
            !other.IsCapital && WordForms.AreSimilar(word, other)))
        || word.IsSpeech || !IsFollowedLikeName(window.Claim.Words);

    /// <summary>After a name comes a verb, another name or a comma; after a plain first word mostly the noun it belongs to.</summary>
    private static bool IsFollowedLikeName(IReadOnlyList<TextWord> words)
    {
        if (WordForms.IsCountry(words[0].Folded)) return true;
        if (words.Count < 2 || words[0].Folded.EndsWith("ing", StringComparison.Ordinal) || words[0].Folded.EndsWith("ly", StringComparison.Ordinal)) return false;
        return words[1].IsCapital || words[1].IsClauseStart || words[1].IsSpeech || words[1].Folded.EndsWith("ed", StringComparison.Ordinal)
            || words[1].Folded is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would" or "did" or "and" or "took" or "won" or "made" or "became" or "gave";
    }

    /// <summary>Whether a name abbreviates, or is abbreviated by, other words.</summary>
    public static bool IsAbbreviated(TextWord name, SupportWindow window, List<TextWord> known)
    {
        var letters = name.Folded.Replace(".", string.Empty, StringComparison.Ordinal);
        var isAcronym = letters.Length is >= 2 and <= 6 && name.Text.Count(char.IsUpper) >= 2;
        if (isAcronym && window.Sentences.Any(sentence => Initials(sentence.Words).Contains(letters, StringComparison.Ordinal))) return true;
        var initials = RunInitials(window.Claim.Words, name);
        return initials.Length >= 2 && known.Exists(other => other.Folded == initials);
    }

    private static string Initials(IReadOnlyList<TextWord> words) =>
        string.Concat(words.Where(static word => !word.IsFunction || word.IsCapital).Select(static word => word.IsCapital ? word.Folded[0] : ' '));

    /// <summary>Initials of the run of capital words that a word stands in ("World Health Organization": who).</summary>
    private static string RunInitials(IReadOnlyList<TextWord> words, TextWord name)
    {
        var index = words.ToList().IndexOf(name);
        var (first, last) = (index, index);
        while (first > 0 && (words[first - 1].IsCapital || words[first - 1].Folded is "of" or "and" or "for")) first--;
        while (last + 1 < words.Count && (words[last + 1].IsCapital || words[last + 1].Folded is "of" or "and" or "for")) last++;
        return string.Concat(words.Skip(first).Take(last - first + 1).Where(static word => word.IsCapital && !word.IsFunction).Select(static word => word.Folded[0]));
    }
}
