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
        if (names.Count == 0 && IsRoleNamed(window, speakers)) return null;
        var speech = window.Content.Where(word => !speakers.Contains(word) && !word.IsSpeech && IsSpoken(claim, claimed, word)).ToList();
        if (speech.Count < WordsOfSpeech || window.BestFor(speech) is not { } said) return null;
        return IsSaidBy(SpeakersOf(window, said), speakers, kinds) ? null : $"the cited passage does not have {speakers[0].Text} say it";
    }

    /// <summary>One of the speakers by name, or "the university" for the University of Turin.</summary>
    private static bool IsSaidBy(List<TextWord> actual, List<TextWord> speakers, List<TextWord> kinds) => actual.Count == 0
        || speakers.Exists(speaker => IsAmong(speaker, actual)) || kinds.Exists(kind => actual.Exists(other => !other.IsCapital && other.Stem == kind.Stem));

    private static bool IsAmong(TextWord speaker, List<TextWord> actual) =>
        actual.Exists(other => WordForms.AreSameName(speaker, other) || speaker.Stem == other.Stem) || IsAbbreviationOf(speaker, actual);

    /// <summary>A speaker without a name ("the presidents") that the passages mention at all.</summary>
    private static bool IsRoleNamed(SupportWindow window, List<TextWord> speakers) =>
        window.Sentences.SelectMany(static sentence => sentence.Words).Concat(window.Title)
            .Any(other => speakers.Exists(speaker => speaker.Stem == other.Stem));

    private static bool IsSpoken(ClaimText claim, Attribution claimed, TextWord word) =>
        claimed.Verb == 0 || claim.Words[claimed.Verb].Folded == "according" || word.Start > claim.Words[claimed.Verb].Start
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
