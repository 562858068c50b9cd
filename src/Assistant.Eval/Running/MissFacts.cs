namespace Assistant.Eval.Running;

/// <summary>What decides on a miss's cause.</summary>
internal sealed record MissFacts
{
    /// <summary>True when the corpus answers the question.</summary>
    public required bool IsAnswerable { get; init; }

    /// <summary>True when an answer was given.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>True when the first quote answers; null when that cannot be judged.</summary>
    public bool? IsHit { get; init; }

    /// <summary>True when the short answer or a quote holds an accepted answer.</summary>
    public bool HoldsAnswer { get; init; }

    /// <summary>True when every quote is the article's text at its offsets.</summary>
    public bool IsQuotedExactly { get; init; } = true;

    /// <summary>True when a gold document is in the index.</summary>
    public bool IsIngested { get; init; } = true;

    /// <summary>True when chunking cut the answer in two.</summary>
    public bool IsSplit { get; init; }

    /// <summary>Ranks of the best gold document.</summary>
    public GoldRanks Ranks { get; init; } = new();
}
