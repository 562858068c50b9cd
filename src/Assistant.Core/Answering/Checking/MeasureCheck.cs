namespace Assistant.Core.Answering.Checking;

/// <summary>A number or date must stand beside the words that it stands beside in the passages: no "A on Monday" for "A on Friday and B on Monday".</summary>
/// <remarks>
/// Compares the surroundings of the number in the claim with those of the same number and with those of each other number of its kind.
/// Pure and thread-safe.
/// </remarks>
internal static class MeasureCheck
{
    private const double LeastRatio = 1.5;
    private const double LeastDifference = 0.3;
    private const double LeastScore = 0.1;
    private const int LeastWords = 3;
    private const int OtherPart = 2;
    private const int WordsOfPart = 2;

    /// <summary>Why a number or date is in the place of another one; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claim = window.Claim;
        var number = claim.Quantities.FirstOrDefault(quantity => quantity.Unit != Quantity.Ordinal && IsMisplaced(window, quantity.Start, quantity.End, NumbersLike(window, quantity)));
        number ??= claim.Quantities.FirstOrDefault(quantity => quantity.Unit != Quantity.Ordinal && IsOfOtherNumber(window, quantity));
        if (number is not null) return $"the cited passage gives the number {claim.Text[number.Start..number.End]} for something else";
        var date = claim.Dates.FirstOrDefault(date => !date.IsSpan
            && (IsOfOtherSentence(window, date) || (!IsAtHome(window, date) && IsMisplaced(window, date.Start, date.End, DatesFor(window, date)))));
        date ??= claim.Words.Any(static word => word.IsSpeech || word.Folded == "public") ? null : claim.Dates.FirstOrDefault(date => !date.IsSpan && IsOfSpeech(window, date));
        return date is null ? null : $"the cited passage gives the date {claim.Text[date.Start..date.End]} for something else";
    }

    /// <summary>"collided on Tuesday, Nasa announced on Wednesday": the second is the day of the announcement alone.</summary>
    private static bool IsOfSpeech(SupportWindow window, CalendarMention claimed)
    {
        var places = DatesFor(window, claimed).ToList();
        return places.Exists(static place => !place.IsSame) && places.Exists(static place => place.IsSame)
            && places.TrueForAll(static place => !place.IsSame || ContentBefore(place.Sentence.Words, place.Start) is { IsSpeech: true, IsCapital: false });
    }

    /// <summary>"killed 1,700 in 1984", where the sentence with the 1,700 has another year, and 1984 stands in another sentence.</summary>
    private static bool IsOfOtherSentence(SupportWindow window, CalendarMention claimed)
    {
        if (window.Claim.Parts.FirstOrDefault(part => part.Words[0].Start <= claimed.Start && claimed.End <= part.Words[^1].End) is not { } own) return false;
        var numbers = own.Quantities.Where(static quantity => quantity.Unit != Quantity.Ordinal).ToList();
        var homes = window.All.Where(sentence => numbers.Exists(number => sentence.Quantities.Any(number.Agrees))).ToList();
        return homes.Count > 0 && homes.TrueForAll(sentence => !window.IsDated(sentence, claimed) && sentence.Dates.Any(other => IsAsExact(other, claimed)));
    }

    /// <summary>Both are a year, a month or a day.</summary>
    private static bool IsAsExact(CalendarMention left, CalendarMention right) =>
        !left.IsSpan && (left.Day is null) == (right.Day is null) && (left.Month is null) == (right.Month is null);

    /// <summary>One sentence has all that the claim says besides names, and this date alone.</summary>
    private static bool IsAtHome(SupportWindow window, CalendarMention claimed) => window.Chosen.Any(sentence =>
        sentence.Dates.Count(static date => !date.IsSpan) == 1 && window.IsDated(sentence, claimed)
        && window.Content.Where(static word => !word.IsCapital).All(sentence.Holds));

    /// <summary>"demanded 50 years", where the passages have "demanded 80 years": the word right before the number stands before another one.</summary>
    private static bool IsOfOtherNumber(SupportWindow window, Quantity claimed)
    {
        if (ContentBefore([.. window.Claim.Words.Where(word => window.All.Any(sentence => sentence.Words.Any(other => WordForms.AreForms(word, other))))], claimed.Start) is not { IsCapital: false, HasDigit: false } before || window.Claim.IsMeasured(before)) return false;
        var places = Alignment.BestPlaces(window, before, other => WordForms.AreForms(before, other));
        return places.Count > 0 && places.All(place => !place.Sentence.Quantities.Any(claimed.Agrees)
            && place.Sentence.Quantities.FirstOrDefault(quantity => quantity.Start > place.Word.End) is { } next && claimed.Unit.Length > 0 && (next.Unit == claimed.Unit || next is { Unit: "", Noun: "" })
            && !window.Claim.Quantities.Any(next.Agrees) && ContentBefore(place.Sentence.Words, next.Start) == place.Word);
    }

    private static TextWord? ContentBefore(IReadOnlyList<TextWord> words, int start) => words.LastOrDefault(word => word.End <= start && !word.IsFunction);

    /// <summary>The numbers of the claimed one's kind; others that the claim has too are left out.</summary>
    private static IEnumerable<Place> NumbersLike(SupportWindow window, Quantity claimed)
    {
        var all = window.All.SelectMany(static sentence => sentence.Quantities.Select(quantity => (Sentence: sentence, Quantity: quantity))).ToList();
        var kinds = all.Select(static pair => pair.Quantity).Where(claimed.Agrees).Append(claimed).ToList();
        return all.Where(pair => kinds.Exists(pair.Quantity.IsOfKind) && (claimed.Agrees(pair.Quantity) || !window.Claim.Quantities.Any(pair.Quantity.Agrees)))
            .Select(pair => new Place(pair.Sentence, pair.Quantity.Start, pair.Quantity.End, claimed.Agrees(pair.Quantity)));
    }

    private static IEnumerable<Place> DatesFor(SupportWindow window, CalendarMention claimed) => window.All.SelectMany(sentence => sentence.Dates
        .Where(static other => !other.IsSpan)
        .Select(other => new Place(sentence, other.Start, other.End, window.Says(other, claimed))));

    private static bool IsMisplaced(SupportWindow window, int start, int end, IEnumerable<Place> places)
    {
        var near = Surroundings.Around(window.Claim.Words.Where(word => !window.Claim.IsMeasured(word)), start, end);
        var nearer = WithParts(near, window.Claim.Parts, start);
        var scored = places.Select(place => (place.IsSame, Around: AroundOf(place), place)).ToList().ConvertAll(scored =>
            (scored.IsSame, Loose: Surroundings.Likeness(near, scored.Around), Score: Surroundings.Likeness(nearer, WithParts(scored.Around, scored.place.Sentence.Parts, scored.place.Start))));
        if (!scored.Exists(static pair => pair.IsSame)) return false;
        var own = scored.Where(static pair => pair.IsSame).Max(static pair => pair.Score);
        return (near.Count >= LeastWords && scored.TrueForAll(static pair => !pair.IsSame || pair.Loose < LeastScore))
            || scored.Exists(pair => !pair.IsSame && pair.Score > LeastRatio * own && pair.Score > own + LeastDifference);
    }

    private static IReadOnlyList<(TextWord Word, int Distance)> AroundOf(Place place) =>
        Surroundings.Around(place.Sentence.Words.Where(word => !place.Sentence.IsMeasured(word)), place.Start, place.End);

    /// <summary>Words of another part of the sentence are farther away.</summary>
    private static IReadOnlyList<(TextWord Word, int Distance)> WithParts(IReadOnlyList<(TextWord Word, int Distance)> around, IReadOnlyList<ClausePart> parts, int start)
    {
        var own = parts.FirstOrDefault(part => start < part.Words[^1].End);
        return around.Count(pair => own?.Words.Contains(pair.Word) == true) < WordsOfPart ? around
            : [.. around.Select(pair => own!.Words.Contains(pair.Word) ? pair : (pair.Word, pair.Distance * OtherPart))];
    }

    /// <summary>A number or date of the passages, and whether it is the claimed one.</summary>
    private sealed record Place(PassageSentence Sentence, int Start, int End, bool IsSame);
}
