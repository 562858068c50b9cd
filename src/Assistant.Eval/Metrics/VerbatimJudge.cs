namespace Assistant.Eval.Metrics;

/// <summary>
/// Supports a statement if it stands in the quotes word for word, but for case, punctuation and white space.
/// </summary>
/// <remarks>Exact and strict: right for extractive answers, too strict for ones that a chat model wrote.</remarks>
internal sealed class VerbatimJudge : ISupportJudge
{
    /// <inheritdoc/>
    public string Name => "verbatim";

    /// <inheritdoc/>
    public ValueTask<bool> SupportsAsync(
        string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string wanted = SquadNormalization.Normalize(statement);
        string quoted = SquadNormalization.Normalize(string.Join(' ', quotes));
        bool supports = wanted.Length > 0 && $" {quoted} ".Contains($" {wanted} ", StringComparison.Ordinal);
        return ValueTask.FromResult(supports);
    }
}
