namespace Assistant.Eval.Metrics;

/// <summary>
/// ALCE citation precision: the share of citations that are needed for, or alone enough for, a supported statement.
/// </summary>
/// <remarks>
/// Source: Gao, Yen, Yu, Chen, "Enabling large language models to generate text with citations", EMNLP 2023,
/// section 4. A citation of an unsupported statement counts 0. A citation of a supported one is irrelevant, and
/// counts 0, if it does not support the statement alone and the others do without it.
/// </remarks>
internal static class AlceCitationPrecision
{
    /// <summary>Scores one answer.</summary>
    /// <returns>In [0, 1]; null if nothing was cited.</returns>
    public static async Task<double?> ScoreAsync(
        IReadOnlyList<CitedStatement> statements, ISupportJudge judge, CancellationToken cancellationToken)
    {
        int cited = statements.Sum(statement => statement.Quotes.Count);
        if (cited == 0)
            return null;
        int precise = 0;
        foreach (CitedStatement statement in statements)
        {
            if (await statement.IsSupportedAsync(judge, cancellationToken))
                precise += await CountRelevantAsync(statement, judge, cancellationToken);
        }

        return (double)precise / cited;
    }

    private static async Task<int> CountRelevantAsync(
        CitedStatement statement, ISupportJudge judge, CancellationToken cancellationToken)
    {
        if (statement.Quotes.Count == 1)
            return 1;
        int relevant = 0;
        for (int index = 0; index < statement.Quotes.Count; index++)
        {
            IReadOnlyList<string> others = [.. statement.Quotes.Where((_, other) => other != index)];
            bool isEnough = await judge.SupportsAsync(statement.Text, [statement.Quotes[index]], cancellationToken);
            if (isEnough || !await judge.SupportsAsync(statement.Text, others, cancellationToken))
                relevant++;
        }

        return relevant;
    }
}
