namespace Assistant.Eval.Metrics;

/// <summary>
/// Decides whether quotes support a statement. A citation figure is only worth as much as its judge, so it is
/// named.
/// </summary>
internal interface ISupportJudge
{
    /// <summary>Printed with every figure; <c>self_judged</c> if the product judges itself.</summary>
    string Name { get; }

    /// <summary>Whether the statement follows from the quotes taken together.</summary>
    /// <param name="statement">A sentence of the answer.</param>
    /// <param name="quotes">What it cites, in citation order; not empty.</param>
    /// <param name="cancellationToken">Stops the judge.</param>
    ValueTask<bool> SupportsAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken);
}
