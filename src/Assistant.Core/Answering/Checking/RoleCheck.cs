namespace Assistant.Core.Answering.Checking;

/// <summary>Who does it in a claim must not be whom it is done to in the passages: no "Britain overran Fiji" for "the islanders overran Britain".</summary>
/// <remarks>Looks at the names before and behind a verb, active or passive. Pure and thread-safe.</remarks>
internal static class RoleCheck
{
    private const int Reach = 3;
    private const int ReachOfAgent = 9;

    /// <summary>Why somebody has the place of another; null when nobody has.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var verb in window.Claim.Words.Where(static word => !word.IsFunction && !word.IsCapital && !word.IsSpeech))
        {
            var claimed = Roles.Of(window.Claim.Words, verb);
            if (claimed.Doers.Count + claimed.Others.Count == 0) continue;
            var places = Alignment.BestPlaces(window, verb, other => WordForms.AreForms(verb, other));
            if (places.Count > 0 && places.All(place => IsTurned(claimed, Roles.Of(place.Sentence.Words, place.Word), place)))
                return $"the cited passage turns round who did it (“{verb.Text}”)";
        }

        return null;
    }

    private static bool IsTurned(Roles claimed, Roles there, Occurrence place)
    {
        if (IsOfOther(claimed, there, place)) return true;
        var doers = Without(claimed.Doers, there.Doers);
        if (Shares(doers, there.Others) || Shares(claimed.Others, there.Doers)) return true;
        return claimed.IsPassive || there.IsPassive ? IsOtherAgent(claimed, there, doers) : IsNamedBehind(place, there, doers);
    }

    /// <summary>"dismissed Rossi", where the passages have "dismissed Conti and appointed Rossi".</summary>
    private static bool IsOfOther(Roles claimed, Roles there, Occurrence place) => !claimed.IsPassive && !there.IsPassive
        && claimed.Others.Count > 0 && there.Others.Count > 0 && !Shares(claimed.Others, there.Others) && Shares(claimed.Others, place.Sentence.Words);

    /// <summary>Both are passives, and none of the claim's agents is there.</summary>
    private static bool IsOtherAgent(Roles claimed, Roles there, List<TextWord> doers) =>
        claimed.IsPassive && there.IsPassive && there.Doers.Count > 0 && doers.Count > 0 && doers.Count == claimed.Doers.Count;

    /// <summary>The verb has its own doer there, and the claim's doer is named only behind it.</summary>
    private static bool IsNamedBehind(Occurrence place, Roles there, List<TextWord> doers) =>
        (there.Doers.Count > 0 || HasPronoun(place))
        && Shares(doers, [.. place.Sentence.Words.Where(word => word.Start > place.Word.End)]);

    /// <summary>The names that are not among the others.</summary>
    private static List<TextWord> Without(IReadOnlyList<TextWord> names, IReadOnlyList<TextWord> others) =>
        [.. names.Where(name => !others.Any(other => WordForms.AreSameName(name, other)))];

    /// <summary>"they beat".</summary>
    private static bool HasPronoun(Occurrence place) =>
        TextWords.Before(place.Sentence.Words, place.Word)?.Folded is "he" or "she" or "they" or "it";

    private static bool Shares(IReadOnlyList<TextWord> names, IReadOnlyList<TextWord> others) =>
        names.Any(name => others.Any(other => WordForms.AreSameName(name, other)));

    /// <summary>The names of those who do what a verb says, and of those to whom it is done.</summary>
    private sealed record Roles(IReadOnlyList<TextWord> Doers, IReadOnlyList<TextWord> Others, bool IsPassive)
    {
        public static Roles Of(IReadOnlyList<TextWord> words, TextWord verb)
        {
            var index = words.ToList().IndexOf(verb);
            if (!IsVerb(words, index)) return new Roles([], [], false);
            var before = Before(words, index);
            if (WordForms.IsPast(verb) && words.Take(index).TakeLast(Reach).Any(static word => Lexicon.FormsOfBe.Contains(word.Folded))) return new Roles(Agent(words, index), before, true);
            var behind = words.Skip(index + 1).TakeWhile(static word => !word.IsClauseStart).SkipWhile(static word => word.Folded is "the" or "a" or "an" or "its" or "his" or "her" or "their");
            return new Roles(before, Objects([.. behind]), false);
        }

        /// <summary>Names, but not "the Korean player".</summary>
        private static IReadOnlyList<TextWord> Objects(List<TextWord> behind)
        {
            var names = behind.TakeWhile(static word => word.IsCapital).ToList();
            return behind.ElementAtOrDefault(names.Count) is { IsFunction: false, HasDigit: false, IsClauseStart: false } ? [] : Telling(names);
        }

        /// <summary>A past form, or a word behind an auxiliary.</summary>
        private static bool IsVerb(IReadOnlyList<TextWord> words, int index) =>
            !IsAdverb(words[index]) && (WordForms.IsPast(words[index]) || (index > 0 && Lexicon.Auxiliaries.Contains(words[index - 1].Folded)));

        private static bool IsAdverb(TextWord word) => word.Folded.EndsWith("ly", StringComparison.Ordinal);

        /// <summary>The names right before a verb, with only auxiliaries and adverbs between.</summary>
        private static IReadOnlyList<TextWord> Before(IReadOnlyList<TextWord> words, int verb)
        {
            var i = verb - 1;
            while (i >= 0 && verb - i <= Reach && !words[i + 1].IsClauseStart && (Lexicon.Auxiliaries.Contains(words[i].Folded) || Lexicon.FormsOfBe.Contains(words[i].Folded) || IsAdverb(words[i]))) i--;
            var names = new List<TextWord>();
            for (; i >= 0 && !words[i + 1].IsClauseStart && words[i] is { IsCapital: true, IsFunction: false }; i--) names.Add(words[i]);
            return Telling(names);
        }

        private static IReadOnlyList<TextWord> Agent(IReadOnlyList<TextWord> words, int verb)
        {
            var by = words.Skip(verb + 1).Take(ReachOfAgent).TakeWhile(word => !word.IsClauseStart && (word.Folded != "and" || TextWords.After(words, word) is { IsCapital: true })).SkipWhile(static word => word.Folded != "by");
            return Telling(by.Where(static word => word.IsCapital));
        }

        private static IReadOnlyList<TextWord> Telling(IEnumerable<TextWord> names) =>
            [.. names.Where(static word => !word.IsFunction && !word.HasDigit && !word.IsKindOfName && !CalendarParser.IsNameOfDay(word.Text))];
    }
}
