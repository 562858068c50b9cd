namespace Assistant.Eval.Metrics;

/// <summary>A sentence of an answer with the quotes it cites.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Quotes">In citation order; empty if it cites nothing.</param>
internal sealed record CitedStatement(string Text, IReadOnlyList<string> Quotes)
{
    /// <summary>Whether the quotes together support the statement; never without quotes.</summary>
    internal async ValueTask<bool> IsSupportedAsync(ISupportJudge judge, CancellationToken cancellationToken) =>
        Quotes.Count > 0 && await judge.SupportsAsync(Text, Quotes, cancellationToken);
}
