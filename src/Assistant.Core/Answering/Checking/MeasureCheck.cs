namespace Assistant.Core.Answering.Checking;

/// <summary>A number or date must stand beside the words that it stands beside in the passages: no "A on Monday" for "A on Friday and B on Monday".</summary>
/// <remarks>
/// Compares the surroundings of the number in the claim with those of the same number and with those of each other number of its kind.
/// Pure and thread-safe.
/// </remarks>
internal static class MeasureCheck
{
    private const double LeastRatio = 1.5;
    private const double LeastDifference = 0.4;
    private const double LeastScore = 0.1;
    private const int LeastWords = 3;

    /// <summary>Why a number or date is in the place of another one; null when none is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claim = window.Claim;
        foreach (var quantity in claim.Quantities.Where(static quantity => quantity.Unit != Quantity.Ordinal))
        {
            var units = window.All.SelectMany(static sentence => sentence.Quantities).Where(quantity.Agrees).Select(static other => other.Unit).Append(quantity.Unit).ToHashSet(StringComparer.Ordinal);
            if (IsMisplaced(window, quantity.Start, quantity.End,
                sentence => sentence.Quantities.Where(other => units.Contains(other.Unit) && (quantity.Agrees(other) || !claim.Quantities.Any(other.Agrees))).Select(other => (other.Start, other.End, quantity.Agrees(other)))))
                return $"the cited passage gives the number {claim.Text[quantity.Start..quantity.End]} for something else";
        }

        foreach (var date in claim.Dates.Where(static date => !date.IsSpan))
        {
            if (IsMisplaced(window, date.Start, date.End, sentence => sentence.Dates.Where(other => !other.IsSpan)
                .Select(other => (other.Start, other.End, date.FollowsFrom(other, window.Published, window.YearsNamed)))))
                return $"the cited passage gives the date {claim.Text[date.Start..date.End]} for something else";
        }

        return null;
    }

    private static bool IsMisplaced(SupportWindow window, int start, int end, Func<PassageSentence, IEnumerable<(int Start, int End, bool IsSame)>> measures)
    {
        var near = Around(window.Claim.Words.Where(word => !window.Claim.IsMeasured(word)), start, end);
        var scored = window.All.SelectMany(sentence => measures(sentence).Select(measure => (measure.IsSame, Score: Score(near, sentence, measure.Start, measure.End)))).ToList();
        var own = scored.Where(static pair => pair.IsSame).Select(static pair => pair.Score).DefaultIfEmpty(-1).Max();
        if (own < 0) return false;
        return (own < LeastScore && near.Count >= LeastWords)
            || scored.Exists(pair => !pair.IsSame && pair.Score > LeastRatio * own && pair.Score > own + LeastDifference);
    }

    private static double Score(List<(TextWord Word, int Distance)> near, PassageSentence sentence, int start, int end)
    {
        var there = Around(sentence.Words.Where(word => !IsMeasured(sentence, word)), start, end);
        return near.Sum(pair =>
        {
            var distances = there.Where(other => WordForms.AreSimilar(other.Word, pair.Word)).Select(static other => other.Distance).ToList();
            return distances.Count == 0 ? 0 : 1.0 / (pair.Distance * distances.Min());
        });
    }

    private static bool IsMeasured(PassageSentence sentence, TextWord word) =>
        sentence.Quantities.Any(quantity => word.Start >= quantity.Start && word.Start < quantity.End)
        || sentence.Dates.Any(date => word.Start >= date.Start && word.Start < date.End);

    /// <summary>The content words around a place, and how many content words away they are, from 1.</summary>
    private static List<(TextWord Word, int Distance)> Around(IEnumerable<TextWord> words, int start, int end)
    {
        var content = words.Where(static word => !word.IsFunction).ToList();
        return
        [
            .. content.Where(word => word.End <= start).Reverse().Select(static (word, index) => (word, index + 1)),
            .. content.Where(word => word.Start >= end).Select(static (word, index) => (word, index + 1)),
        ];
    }
}
