namespace Assistant.Core.Answering.Checking;

/// <summary>The content words around a place of a sentence, and how like two such surroundings are.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class Surroundings
{
    private const double OtherSide = 0.7;

    /// <summary>The content words around a place, and how many content words away they are: from 1 behind it, from -1 before it.</summary>
    /// <param name="words">Words of a sentence in order.</param>
    /// <param name="start">First UTF-16 code unit of the place.</param>
    /// <param name="end">One past its last UTF-16 code unit.</param>
    public static IReadOnlyList<(TextWord Word, int Distance)> Around(IEnumerable<TextWord> words, int start, int end)
    {
        var content = words.Where(static word => !word.IsFunction).ToList();
        return
        [
            .. content.Where(word => word.End <= start).Reverse().Select(static (word, index) => (word, -index - 1)),
            .. content.Where(word => word.Start >= end).Select(static (word, index) => (word, index + 1)),
        ];
    }

    /// <summary>Each word that both have counts the more, the nearer it stands in both, and less when it stands on the other side; 0 when they share none.</summary>
    public static double Likeness(IReadOnlyList<(TextWord Word, int Distance)> left, IReadOnlyList<(TextWord Word, int Distance)> right) => left.Sum(pair =>
        right.Where(other => WordForms.AreSimilar(other.Word, pair.Word)).Select(other => Weight(pair.Distance, other.Distance)).DefaultIfEmpty(0).Max());

    private static double Weight(int left, int right) => (Math.Sign(left) == Math.Sign(right) ? 1 : OtherSide) / Math.Abs(left * right);
}
