namespace Assistant.Core.Answering.Checking;

/// <summary>What a claim has someone say must be said by the same one in the passages.</summary>
/// <remarks>"He said" means whoever spoke, or was named, in the sentences before. Pure and thread-safe.</remarks>
internal static class SpeakerCheck
{
    private const int WordsOfSpeech = 1;

    /// <summary>Why the speaker does not fit; null when it does.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claim = window.Claim;
        var claimed = Attribution.Of(claim.Words).FirstOrDefault(static attribution => !attribution.IsPronoun);
        if (claimed is null) return null;
        var names = claimed.Speakers.Where(static word => word.IsCapital).ToList();
        var kinds = names.Exists(static word => !word.IsKindOfName) ? names.FindAll(static word => word.IsKindOfName) : [];
        var speakers = names.Count > 0 ? names.FindAll(name => !kinds.Contains(name)) : [.. claimed.Speakers];
        var speech = window.Content.Where(word => !speakers.Contains(word) && !word.IsSpeech && IsSpoken(claim, claimed, word)).ToList();
        var plain = speech.FindAll(static word => !word.IsCapital);
        if (speech.Count < WordsOfSpeech || window.BestFor(plain.Count > 1 ? plain : speech) is not { } said) return null;
        if (names.Count == 0) return IsRoleOf(said, speakers) ? null : $"the cited passage does not have the {speakers[0].Text} say it";
        return IsSaidBy(SpeakersOf(window, said), speakers, kinds) ? null : $"the cited passage does not have {speakers[0].Text} say it";
    }

    /// <summary>One of the speakers by name, or "the university" for the University of Turin.</summary>
    private static bool IsSaidBy(List<TextWord> actual, List<TextWord> speakers, List<TextWord> kinds) => actual.Count == 0
        || speakers.Exists(speaker => IsAmong(speaker, actual)) || kinds.Exists(kind => actual.Exists(other => !other.IsCapital && other.Stem == kind.Stem));

    private static bool IsAmong(TextWord speaker, List<TextWord> actual) =>
        actual.Exists(other => WordForms.AreSameName(speaker, other) || speaker.Stem == other.Stem) || IsAbbreviationOf(speaker, actual);

    /// <summary>"The mayor said", where somebody speaks in the sentence who is called the mayor anywhere, or nobody with a name.</summary>
    private static bool IsRoleOf(PassageSentence said, List<TextWord> roles)
    {
        var named = Attribution.Of(said.Words).Where(static attribution => !attribution.IsPronoun).ToList();
        if (named.Count == 0) return true;
        var speakers = named.SelectMany(static attribution => attribution.Speakers).ToList();
        if (said.Words.Any(word => word.Folded == "and" && speakers.Exists(speaker => speaker.IsCapital && TextWords.After(said.Words, word) == speaker))) return true;
        return roles.Exists(said.Holds);
    }

    private static bool IsSpoken(ClaimText claim, Attribution claimed, TextWord word) =>
        word.Start > claim.Words[claimed.Verb].Start
        || claimed.Verb > claim.Words.Count - 4;

    private static bool IsAbbreviationOf(TextWord speaker, IReadOnlyList<TextWord> actual) =>
        speaker.Text.All(char.IsUpper)
        && string.Concat(actual.Where(static word => word.IsCapital).Reverse().Select(static word => word.Folded[0])).Contains(speaker.Folded, StringComparison.Ordinal);

    /// <summary>Everyone who speaks in the sentence; for a pronoun whoever spoke or was named before.</summary>
    private static List<TextWord> SpeakersOf(SupportWindow window, PassageSentence sentence)
    {
        var found = new List<TextWord>();
        foreach (var attribution in Attribution.Of(sentence.Words))
        {
            found.AddRange(attribution.Speakers);
            if (attribution.IsPronoun || (!IsNew(sentence, attribution) && !attribution.Speakers.Any(static word => word.IsCapital && !WordForms.IsCountry(word.Folded))))
                found.AddRange(Antecedents(window, sentence));
        }

        return found;
    }

    /// <summary>"an auctioneer": nobody named before.</summary>
    private static bool IsNew(PassageSentence sentence, Attribution attribution) => attribution.Speakers.Any(speaker =>
        TextWords.Before(sentence.Words, speaker)?.Folded is "a" or "an");

    private static IEnumerable<TextWord> Antecedents(SupportWindow window, PassageSentence sentence)
    {
        var inside = sentence.Words.TakeWhile(static word => word.Folded is not ("he" or "she" or "it" or "they")).Where(static word => word.IsCapital && !word.IsFunction).ToList();
        if (inside.Count > 0 && !sentence.Words[0].IsFunction) return inside;
        for (var i = sentence.Index - 1; i >= 0 && i >= sentence.Index - 3; i--)
        {
            var before = window.All[i];
            if (Attribution.Of(before.Words).FirstOrDefault(static attribution => !attribution.IsPronoun) is { } speaking) return speaking.Speakers;
            var names = before.Words.Where(static (word, index) => word.IsCapital && !word.IsFunction && !word.HasDigit).ToList();
            if (names.Count > 0) return names;
        }

        return [];
    }
}
