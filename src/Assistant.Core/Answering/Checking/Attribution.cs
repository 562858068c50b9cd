namespace Assistant.Core.Answering.Checking;

/// <summary>Who a sentence says is speaking.</summary>
/// <param name="Speakers">Words before the verb of speech, after "according to", or after "said": names and roles.</param>
/// <param name="Verb">Position of the verb among the words.</param>
/// <param name="IsPronoun">Nobody is named: the speaker is only "he", "she", "it" or "they", or missing.</param>
internal sealed record Attribution(IReadOnlyList<TextWord> Speakers, int Verb, bool IsPronoun)
{
    private const int SubjectLength = 20;

    /// <summary>The speakers of a sentence, in order; empty when nobody speaks.</summary>
    public static IReadOnlyList<Attribution> Of(IReadOnlyList<TextWord> words)
    {
        var found = new List<Attribution>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Folded == "according" && i + 2 < words.Count)
                found.Add(AccordingTo(words, i));
            else if (words[i].IsSpeech && !IsPassive(words, i) && Subject(words, i) is { } subject)
                found.Add(subject);
        }

        return found;
    }

    private static Attribution AccordingTo(IReadOnlyList<TextWord> words, int according)
    {
        IReadOnlyList<TextWord> speakers = [.. words.Skip(according + 2).TakeWhile((word, index) => index == 0 || !word.IsClauseStart).Take(8).Where(IsNaming)];
        return new Attribution(speakers, according, speakers.Count == 0);
    }

    private static Attribution? Subject(IReadOnlyList<TextWord> words, int verb)
    {
        var subject = new List<TextWord>();
        if (verb > 0 && words[verb].IsClauseStart && After(words, verb) is { Count: > 0 } after) return new Attribution(after, verb, false);
        for (var i = verb - 1; i >= 0 && verb - i <= SubjectLength && !EndsSubject(words[i], subject); i--)
        {
            if (IsPersonal(words[i]) && !subject.Exists(static word => word.IsCapital)) return new Attribution([], verb, true);
            if (IsNaming(words[i])) subject.Add(words[i]);
        }

        if (subject.Count == 0) subject.AddRange(After(words, verb));
        return subject.Count > 0 ? new Attribution(subject, verb, false) : null;
    }

    /// <summary>"…, said president Pat McQuaid"; but not "…, said Pat McQuaid would stay".</summary>
    private static List<TextWord> After(IReadOnlyList<TextWord> words, int verb)
    {
        var names = words.Skip(verb + 1).TakeWhile(static word => word.IsCapital && !word.IsFunction).Take(4).ToList();
        return words.ElementAtOrDefault(verb + 1 + names.Count) is { IsClauseStart: false } next && Lexicon.Auxiliaries.Contains(next.Folded) ? [] : names;
    }

    /// <summary>"was declared free": who is spoken of, not who speaks.</summary>
    private static bool IsPassive(IReadOnlyList<TextWord> words, int verb) =>
        words[verb].Folded.EndsWith("ed", StringComparison.Ordinal)
        && ((verb > 0 && Lexicon.FormsOfBe.Contains(words[verb - 1].Folded)) || (verb + 1 < words.Count && words[verb + 1].Folded == "by"));

    private static bool EndsSubject(TextWord word, List<TextWord> subject) =>
        word.Folded is "but" or "while" or "although" or "whereas" || (word.Folded is "that" or "and" && subject.Count > 0);

    private static bool IsPersonal(TextWord word) => word.Folded is "he" or "she" or "it" or "they";

    private static bool IsNaming(TextWord word) => !word.IsFunction && !word.IsSpeech && !Lexicon.FailingVerbs.Contains(word.Folded) && !CalendarParser.IsNameOfDay(word.Text);
}
