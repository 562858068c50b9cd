namespace Assistant.Eval.Running;

/// <summary>A suite's run: what was run, on what, and a row for each question.</summary>
/// <remarks>Holds no path, host name or time, so that a committed baseline reads the same on every machine.</remarks>
internal sealed record RunResult
{
    /// <summary>Version of this JSON form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The suite's name: its folder's name.</summary>
    public required string Suite { get; init; }

    /// <summary>SHA-256 (hex) over the suite's documents, questions and judgements.</summary>
    public required string SuiteHash { get; init; }

    /// <summary>What the index was built with.</summary>
    public required string IndexFingerprint { get; init; }

    /// <summary>Options that change results, by name, e.g. <c>limit</c> and <c>split</c>.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new SortedDictionary<string, string>();

    /// <summary>Documents in the suite's corpus.</summary>
    public int Documents { get; init; }

    /// <summary>Passages that the corpus became.</summary>
    public int Passages { get; init; }

    /// <summary>Share of answerable questions with evidence that share at most half their content words with it.</summary>
    public double? LowOverlapShare { get; init; }

    /// <summary>False when the run was interrupted: some questions have no row.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>A row for each question asked, in the suite's order.</summary>
    public required IReadOnlyList<QuestionResult> Rows { get; init; }
}
