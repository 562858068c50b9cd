namespace Assistant.Core.Retrieval;

/// <summary>Merges dense and lexical scores by a convex combination of min–max normalised scores.</summary>
/// <remarks>
/// Source: Bruch, Gai, Ingber, "An analysis of fusion functions for hybrid retrieval", TOIS 2023. Each kind of score is
/// normalised over the whole union; when all are equal it counts 0. Pure, thread-safe, O(n log n).
/// </remarks>
public static class RankFusion
{
    /// <summary>Sets the fused score of each candidate and sorts by it.</summary>
    /// <param name="candidates">The union of both lists, in any order, each with both true scores, no passage twice.</param>
    /// <param name="denseWeight">Share of the dense score, in [0, 1].</param>
    /// <returns>Best first, fused score in [0, 1], ties by passage id; empty if there are no candidates.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denseWeight"/> is outside [0, 1].</exception>
    public static IReadOnlyList<RankedPassage> Fuse(IReadOnlyList<RankedPassage> candidates, double denseWeight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denseWeight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denseWeight, 1);
        var dense = Normaliser(candidates, static candidate => candidate.DenseScore);
        var lexical = Normaliser(candidates, static candidate => candidate.LexicalScore);
        return
        [
            .. candidates
                .Select(candidate => candidate with
                {
                    FusedScore = (denseWeight * dense(candidate.DenseScore))
                        + ((1 - denseWeight) * lexical(candidate.LexicalScore)),
                })
                .OrderByDescending(static candidate => candidate.FusedScore)
                .ThenBy(static candidate => candidate.PassageId),
        ];
    }

    private static Func<double, double> Normaliser(
        IReadOnlyList<RankedPassage> candidates, Func<RankedPassage, double> score)
    {
        if (candidates.Count == 0) return static _ => 0;
        var least = candidates.Min(score);
        var range = candidates.Max(score) - least;
        return range > 0 ? value => (value - least) / range : static _ => 0;
    }
}
