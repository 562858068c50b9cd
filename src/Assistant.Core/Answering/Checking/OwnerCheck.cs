namespace Assistant.Core.Answering.Checking;

/// <summary>Numbers and names must stay with what the passages join them to: no "A got 2 and B got 1" for the reverse.</summary>
/// <remarks>Compares the parts of sentences. Pure and thread-safe.</remarks>
internal static class OwnerCheck
{
    private const int LeastPredicate = 2;
    private const int WordsOfSubject = 3;
    private const double MostOfIt = 0.6;
    private const double HalfOfIt = 0.5;

    /// <summary>Why numbers or names are swapped; null when they are not.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var swapped = window.Claim.Parts
            .SelectMany(part => part.Quantities.Where(quantity => IsSwapped(window, part, quantity)))
            .FirstOrDefault();
        return swapped is null
            ? SubjectElsewhere(window) ?? Reversed(window)
            : $"the cited passage gives the number {window.Claim.Text[swapped.Start..swapped.End]} for something else";
    }

    /// <summary>In a sentence with several numbers of this unit, another number's part is more like the claim's part.</summary>
    private static bool IsSwapped(SupportWindow window, ClausePart claimed, Quantity quantity)
    {
        foreach (var parts in window.Chosen.Select(static sentence => sentence.Parts))
        {
            var own = parts.Where(part => part.Quantities.Any(quantity.Agrees)).ToList();
            var others = parts.Where(part => part.Quantities.Any(other => other.IsOfKind(quantity) || other.Unit.Length == 0) && !own.Contains(part)).ToList();
            if (own.Count != 1 || others.Count == 0) continue;
            var ownScore = Score(window, claimed, own[0]);
            if (others.Max(part => Score(window, claimed, part)) > ownScore + 1) return true;
            if (others.Exists(part => NamesOnlyIn(window, claimed, part, own[0]) || (part.Quantities.Any(other => other.IsOfKind(quantity)) && EndsIn(window, claimed, quantity, part, own[0])))) return true;
        }

        return false;
    }

    private static int Score(SupportWindow window, ClausePart claimed, ClausePart part) =>
        claimed.Words.Count(word => window.Content.Contains(word) && part.Holds(word));

    /// <summary>The claim's part names someone who is named with another number, and nobody of its own number's part.</summary>
    private static bool NamesOnlyIn(SupportWindow window, ClausePart claimed, ClausePart other, ClausePart own)
    {
        var names = claimed.Words.Where(word => word.IsCapital && window.Content.Contains(word)).ToList();
        return names.Exists(name => Has(other, name)) && !names.Exists(name => Has(own, name))
            && own.Words.Any(static word => word.IsCapital && !word.IsFunction);
    }

    /// <summary>What the claim ends with behind its number stands with another number: "59.7 for an army" from "59.7 for conscription and 40.3 for an army".</summary>
    private static bool EndsIn(SupportWindow window, ClausePart claimed, Quantity quantity, ClausePart other, ClausePart own)
    {
        var end = claimed.Words.Where(word => word.Start >= quantity.End && window.Content.Contains(word)).TakeLast(LeastPredicate).ToList();
        return quantity.Unit.Length > 0 && quantity.Unit != Quantity.Ordinal && end.Count == LeastPredicate && end.TrueForAll(word => other.Holds(word) && !own.Holds(word));
    }

    private static bool Has(ClausePart part, TextWord name) => part.Words.Any(other => WordForms.AreSameName(name, other));

    /// <summary>The claim's subject is named elsewhere, but not where its predicate stands.</summary>
    private static string? SubjectElsewhere(SupportWindow window)
    {
        var subject = window.Content.TakeWhile(word => word.IsCapital && (word != window.Claim.Words[0] || NameCheck.IsName(window, word, 0))).ToList();
        var predicate = Predicate(window, subject.Count);
        if (subject.Count == 0 || predicate.Count < LeastPredicate || window.BestFor(predicate) is not { } best) return null;
        var share = SupportWindow.Share(predicate, best.Words);
        var numbers = window.Claim.Parts[0].Quantities;
        if (share < (numbers.Count > 0 && subject[0] == window.Claim.Words[0] ? HalfOfIt : MostOfIt)) return null;
        var ties = window.All.Where(sentence => SupportWindow.Share(predicate, sentence.Words) >= share).ToList();
        if (ties.Exists(sentence => Counts(sentence, numbers))) ties.RemoveAll(sentence => !Counts(sentence, numbers));
        if (!ties.Exists(sentence => Names(window, sentence, subject))) return $"the cited passage does not say it of {subject[^1].Text}";
        return ties.TrueForAll(sentence => IsOfLaterPart(sentence, subject, predicate)) ? $"the cited passage does not say it of {subject[^1].Text}" : null;
    }

    private static bool Counts(PassageSentence sentence, IReadOnlyList<Quantity> numbers) => numbers.Any(number => sentence.Quantities.Any(number.Agrees));

    /// <summary>What the first part says of the subject, without names when enough is left.</summary>
    private static List<TextWord> Predicate(SupportWindow window, int subject)
    {
        var rest = window.Content.Skip(subject).ToList();
        var plain = rest.FindAll(static word => !word.IsCapital);
        var first = plain.FindAll(window.Claim.Parts[0].Words.Contains);
        if (first.Count >= LeastPredicate) return first;
        return first.Count > 0 && plain.Count >= LeastPredicate ? plain : rest;
    }

    private static bool Names(SupportWindow window, PassageSentence sentence, List<TextWord> subject)
    {
        var near = sentence.Words.ToList();
        if (!IsOfOthers(sentence)) near.AddRange(Before(window, sentence));
        var telling = subject.Where(static name => !name.IsKindOfName).ToList();
        if (subject.Exists(kind => kind.IsKindOfName && near.Exists(other => !other.IsCapital && other.Stem == kind.Stem && TextWords.Before(sentence.Words, other)?.Folded == "the"))) return true;
        return (telling.Count > 0 ? telling : subject).Exists(name => near.Exists(other => IsNamed(name, other)) || NameCheck.IsAbbreviated(name, window, near));
    }

    /// <summary>"The two other swimmers": none that was named before.</summary>
    private static bool IsOfOthers(PassageSentence sentence) => sentence.Words.Take(WordsOfSubject).Any(static word => word.Folded is "other" or "others" or "another");

    /// <summary>Words that may name whom the sentence speaks of without a name.</summary>
    private static IEnumerable<TextWord> Before(SupportWindow window, PassageSentence sentence)
    {
        var hasOwn = !BeginsWithPronoun(sentence) && sentence.Words.FirstOrDefault(static word => !word.IsFunction) is { IsCapital: true };
        var context = hasOwn ? [] : window.ContextOf(sentence).SelectMany(static other => other.Words).Concat(window.Title);
        var hasName = sentence.Words.Any(word => word.IsCapital && !word.IsFunction && !sentence.IsDate(word));
        return hasName ? context : context.Concat(window.All[0].Words);
    }

    /// <summary>"They were", "Under Rossi they have".</summary>
    private static bool BeginsWithPronoun(PassageSentence sentence) => sentence.Words[0].Folded is "he" or "she" or "they" or "under" or "in" or "on" or "at" or "with" or "for" or "during" or "since"
        && sentence.Words.Any(static word => word.Folded is "he" or "she" or "they");

    private static bool IsNamed(TextWord name, TextWord other) => WordForms.AreSameName(name, other) || WordForms.AreForms(name, other);

    /// <summary>The predicate stands wholly in one part of the sentence, and the subject only in a later part.</summary>
    private static bool IsOfLaterPart(PassageSentence sentence, List<TextWord> subject, List<TextWord> predicate)
    {
        var scores = sentence.Parts.Select(part => predicate.Count(word => part.Words.Any(other => WordForms.AreForms(word, other)))).ToList();
        var best = scores.IndexOf(scores.Max());
        if (scores[best] < 2 || scores.Where((_, index) => index != best).Any(static score => score > 0)) return false;
        var places = sentence.Parts.Select((part, index) => (Has: subject.Exists(name => part.Words.Any(other => IsNamed(name, other))), index)).Where(static pair => pair.Has).ToList();
        return places.Count > 0 && places.TrueForAll(pair => pair.index > best) && !HasBy(sentence.Words);
    }

    /// <summary>Two names stand around the same verb in reverse order.</summary>
    private static string? Reversed(SupportWindow window)
    {
        var names = NameCheck.NamesOf(window).Where(static name => !name.HasDigit).ToList();
        if (names.Count < 2 || window.Chosen.Count == 0 || HasBy(window.Claim.Words) || HasBy(window.Chosen[0].Words)) return null;
        var (first, last) = (names[0], names[^1]);
        return !IsSaidBetween(window.Claim, first, last) && TextWords.Before(window.Claim.Words, last)?.Folded != "of" && IsReversed(window, first, last) ? $"the cited passage has {last.Text} in the place of {first.Text}" : null;
    }

    /// <summary>"Armstrong has no place, said McQuaid"; "Greece signed when Turkey had agreed".</summary>
    private static bool IsSaidBetween(ClaimText claim, TextWord first, TextWord last) => claim.Words.Any(word =>
        (word.IsSpeech || word.Folded is "according" or "when" or "who" or "which" or "because" or "until" or "if") && word.Start > first.Start && word.Start < last.Start);

    private static bool IsReversed(SupportWindow window, TextWord first, TextWord last)
    {
        var words = window.Chosen[0].Words;
        var (firstAt, lastAt) = (PlaceOf(words, first), PlaceOf(words, last));
        if (firstAt < 0 || lastAt < 0 || lastAt > firstAt) return false;
        var between = window.Content.Where(word => word.Start > first.Start && word.Start < last.Start && !word.IsCapital).ToList();
        return between.Exists(word => words.Skip(lastAt).Take(firstAt - lastAt).Any(other => WordForms.AreForms(word, other)));
    }

    private static bool HasBy(IReadOnlyList<TextWord> words) =>
        words.Index().Any(pair => pair.Item.Folded == "by" && IsNextName(words, pair.Index));

    private static bool IsNextName(IReadOnlyList<TextWord> words, int index) =>
        words.Skip(index + 1).SkipWhile(static word => word.Folded is "the" or "a" or "an").TakeWhile(static word => !word.IsClauseStart).Take(2).Any(static word => word is { IsCapital: true, IsFunction: false });

    private static int PlaceOf(IReadOnlyList<TextWord> words, TextWord name)
    {
        for (var i = 0; i < words.Count; i++)
            if (WordForms.AreSameName(name, words[i])) return words.Skip(i + 1).Any(other => WordForms.AreSameName(name, other)) ? -1 : i;
        return -1;
    }
}
