using Assistant.Eval.Statistics;

namespace Assistant.Eval.Comparison;

/// <summary>What a comparison says of a metric.</summary>
internal enum ChangeVerdict
{
    /// <summary>Has no score for each question, or too few groups: nothing can be said about chance.</summary>
    NotTested,

    /// <summary>The difference, if any, is within what chance does.</summary>
    NotSignificant,

    /// <summary>Better by more than chance does.</summary>
    Better,

    /// <summary>Worse by more than chance does.</summary>
    Worse,
}

/// <summary>A metric in two runs.</summary>
internal sealed record MetricComparison
{
    /// <summary>Which one, and how it is read.</summary>
    public required MetricReading Metric { get; init; }

    /// <summary>Questions that both runs score.</summary>
    public required int Questions { get; init; }

    /// <summary>Groups that these come from.</summary>
    public int Groups { get; init; }

    /// <summary>Value before the change, over these questions.</summary>
    public required double Baseline { get; init; }

    /// <summary>Value after it.</summary>
    public required double Candidate { get; init; }

    /// <summary>95 % percentile interval of candidate minus baseline; null if not tested.</summary>
    public Interval? Interval { get; init; }

    /// <summary>
    /// Two-sided p-value; the largest of the tests that apply: bootstrap by group and, for metrics that gate, McNemar's
    /// mid-p (binary) or randomisation by group (other). Null if not tested.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>The p-value after Holm's correction over the suite's primary metrics; null for the others.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Exact mid-p of McNemar's test, which takes questions as independent; null unless binary.</summary>
    public double? McNemarMidP { get; init; }

    /// <summary>Questions that score worse than before.</summary>
    public int Lost { get; init; }

    /// <summary>Questions that score better than before.</summary>
    public int Won { get; init; }

    /// <summary>True difference noticed with 80 % power; null if the noise is unknown.</summary>
    public double? SmallestDetectable { get; init; }

    /// <summary>What follows; at the 5 % level, corrected where the metric gates.</summary>
    public ChangeVerdict Verdict { get; init; }

    /// <summary>Candidate minus baseline.</summary>
    public double Difference => Candidate - Baseline;
}
