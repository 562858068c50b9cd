namespace Assistant.Core.Answering.Checking;

/// <summary>What stands before and behind a number or a date in its clause.</summary>
/// <param name="Before">The telling words before it, nearest first.</param>
/// <param name="Behind">The telling words behind it, nearest first.</param>
/// <remarks>Function words, adverbs, numbers and dates are left out. Pure and thread-safe.</remarks>
internal sealed record Slot(IReadOnlyList<TextWord> Before, IReadOnlyList<TextWord> Behind)
{
    private const int LeastRun = 2;
    private const int LeastDifference = 2;

    /// <summary>The slot of a place of a sentence.</summary>
    /// <param name="words">The words of the sentence.</param>
    /// <param name="isMeasured">Whether a word is part of a number or a date.</param>
    /// <param name="start">First UTF-16 code unit of the place.</param>
    /// <param name="end">One past its last UTF-16 code unit.</param>
    public static Slot Of(IReadOnlyList<TextWord> words, Func<TextWord, bool> isMeasured, int start, int end)
    {
        var clause = words.LastOrDefault(word => word.IsClauseStart && word.Start <= start)?.Start ?? 0;
        var telling = words.Where(word => word.Start >= clause && IsTelling(word) && !isMeasured(word)).ToList();
        var behind = words.FirstOrDefault(word => word.IsClauseStart && word.Start >= end)?.Start ?? int.MaxValue;
        return new Slot([.. telling.Where(word => word.End <= start).Reverse()], [.. telling.Where(word => word.Start >= end && word.Start < behind)]);
    }

    /// <summary>Whether this slot runs on like that of something else, and not like the slots of the same.</summary>
    /// <param name="places">Slots of the passages, and whether the same stands in them.</param>
    public bool IsOfOther(IReadOnlyList<(Slot Slot, bool IsSame)> places)
    {
        var same = places.Where(static place => place.IsSame).Select(place => RunWith(place.Slot)).DefaultIfEmpty(0).Max();
        return places.Where(static place => !place.IsSame).Select(place => RunWith(place.Slot)).Any(run => run >= Math.Max(LeastRun, same + LeastDifference));
    }

    /// <summary>How many words run on alike before and behind, the nearest ones first.</summary>
    private int RunWith(Slot other) => Alike(Before, other.Before) + Alike(Behind, other.Behind);

    private static int Alike(IReadOnlyList<TextWord> left, IReadOnlyList<TextWord> right) =>
        left.Zip(right).TakeWhile(static pair => WordForms.AreForms(pair.First, pair.Second) || WordForms.AreSameName(pair.First, pair.Second)).Count();

    private static bool IsTelling(TextWord word) => !word.IsFunction && !word.Folded.EndsWith("ly", StringComparison.Ordinal) && word.Folded is not ("almost" or "around");
}
