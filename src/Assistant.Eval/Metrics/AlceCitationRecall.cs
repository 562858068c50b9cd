namespace Assistant.Eval.Metrics;

/// <summary>
/// ALCE citation recall: the share of an answer's statements that their quotes, taken together, support.
/// </summary>
/// <remarks>
/// Source: Gao, Yen, Yu, Chen, "Enabling large language models to generate text with citations", EMNLP 2023,
/// section 4.
/// </remarks>
internal static class AlceCitationRecall
{
    /// <summary>Scores one answer; a statement without a quote is not supported.</summary>
    /// <returns>In [0, 1]; null if the answer has no statements.</returns>
    public static async Task<double?> ScoreAsync(
        IReadOnlyList<CitedStatement> statements, ISupportJudge judge, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
            return null;
        int supported = 0;
        foreach (CitedStatement statement in statements)
        {
            if (await statement.IsSupportedAsync(judge, cancellationToken))
                supported++;
        }

        return (double)supported / statements.Count;
    }
}
