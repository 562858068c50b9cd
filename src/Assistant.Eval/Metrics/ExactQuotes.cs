namespace Assistant.Eval.Metrics;

/// <summary>
/// Exact-quote invariant: the share of citations whose quote is the article's text at its offsets. Must be 1.
/// </summary>
/// <remarks>Our own: the product's promise (<see cref="Core.Citation"/>), checked from outside.</remarks>
internal static class ExactQuotes
{
    /// <summary>Scores one answer.</summary>
    /// <param name="citations">
    /// Each citation with the canonical text of its article; null if that is not to be found.
    /// </param>
    /// <returns>In [0, 1]; null if nothing was cited.</returns>
    public static double? Score(IReadOnlyList<(Core.Citation Citation, string? ArticleText)> citations) =>
        citations.Count == 0
            ? null
            : (double)citations.Count(pair => IsExact(pair.Citation, pair.ArticleText)) / citations.Count;

    private static bool IsExact(Core.Citation citation, string? text) =>
        text is not null
        && citation.Start >= 0
        && citation.Start < citation.End
        && citation.End <= text.Length
        && text.AsSpan(citation.Start..citation.End).SequenceEqual(citation.Quote);
}
