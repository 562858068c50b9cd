namespace Assistant.Eval.Metrics;

/// <summary>
/// Recall@k of the questions that follow an earlier turn: how well the question was made to stand alone.
/// </summary>
/// <remarks>
/// As in MTRAG (Katsis et al., "MTRAG: a multi-turn conversational benchmark", TACL 2025), where first turns and later
/// turns are reported apart. First turns are not judged here.
/// </remarks>
internal static class FollowUpRecall
{
    /// <summary>Scores one ranking.</summary>
    /// <returns>In [0, 1]; null for a first turn, or if no document is relevant.</returns>
    public static double? Score(JudgedRanking ranking, bool hasHistory, int k = 10) =>
        hasHistory ? RecallAtK.Score(ranking, k) : null;
}
