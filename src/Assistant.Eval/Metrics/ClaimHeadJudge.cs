using Assistant.Inference;

namespace Assistant.Eval.Metrics;

/// <summary>The product's own claim head as a judge: named so that nobody takes its figures for independent ones.</summary>
/// <remarks>Never gates. A statement is supported at log-odds above 0 given all its quotes as one passage.</remarks>
internal sealed class ClaimHeadJudge(ReaderModel reader) : ISupportJudge
{
    /// <inheritdoc/>
    public string Name => "self_judged";

    /// <inheritdoc/>
    public ValueTask<bool> SupportsAsync(
        string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken)
    {
        var passage = new ReaderPassage("", string.Join('\n', quotes));
        return ValueTask.FromResult(reader.Read(statement, [passage], cancellationToken)[0].ClaimLogit > 0);
    }
}
