using Assistant.Core;

namespace Assistant.Eval.Comparison;

/// <summary>A question whose answer is not the same in both runs.</summary>
/// <param name="Id">Id in the suite.</param>
/// <param name="Question">As asked.</param>
/// <param name="BaselineStatus">How it ended before.</param>
/// <param name="CandidateStatus">How it ends now.</param>
/// <param name="BaselineText">The answer before; empty if there was none.</param>
/// <param name="CandidateText">The answer now; empty if there is none.</param>
/// <param name="Worse">Metrics on which the question scores worse.</param>
/// <param name="Better">Metrics on which it scores better.</param>
internal sealed record ChangedAnswer(
    string Id,
    string Question,
    AnswerStatus? BaselineStatus,
    AnswerStatus? CandidateStatus,
    string BaselineText,
    string CandidateText,
    IReadOnlyList<string> Worse,
    IReadOnlyList<string> Better);

/// <summary>A question that one of the runs, or both, could not measure.</summary>
/// <param name="Id">Id in the suite.</param>
/// <param name="Reason">Which run, and why.</param>
internal sealed record UnmeasuredQuestion(string Id, string Reason);

/// <summary>Two runs of a suite side by side: what the console prints, the report shows and the gate reads.</summary>
internal sealed record SuiteComparison
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>Questions measured by both runs.</summary>
    public required int Questions { get; init; }

    /// <summary>Primary metrics first, then the rest; metrics that judge nothing here are absent.</summary>
    public required IReadOnlyList<MetricComparison> Metrics { get; init; }

    /// <summary>Every question whose answer changed, in the suite's order.</summary>
    public required IReadOnlyList<ChangedAnswer> Changed { get; init; }

    /// <summary>Questions left out of the figures; any of them fails the gate.</summary>
    public required IReadOnlyList<UnmeasuredQuestion> Unmeasured { get; init; }

    /// <summary>What the reader of the figures must know; fails nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why the gate fails, a sentence each; empty if it passes.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>Whether the change may pass.</summary>
    public bool Passes => Failures.Count == 0;
}
