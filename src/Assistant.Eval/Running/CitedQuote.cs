namespace Assistant.Eval.Running;

/// <summary>A citation of an answer, with the passage around it so that a report can show it.</summary>
internal sealed record CitedQuote
{
    /// <summary>1-based number within the answer.</summary>
    public required int Number { get; init; }

    /// <summary>Corpus id of the cited document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>First UTF-16 code unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The characters at those offsets.</summary>
    public required string Quote { get; init; }

    /// <summary>Offset of <see cref="PassageText"/> in the document's text.</summary>
    public int PassageStart { get; init; }

    /// <summary>The passage that the quote begins in; empty when unknown.</summary>
    public string PassageText { get; init; } = "";

    /// <summary>True when the document's text holds exactly the quote at its offsets; must be so for every citation.</summary>
    public required bool IsExact { get; init; }

    /// <summary>True when the quote overlaps gold evidence; null when the question has none.</summary>
    public bool? OverlapsEvidence { get; init; }
}
