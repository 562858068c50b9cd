namespace Assistant.Core.Ingestion;

/// <summary>A sentence, or a piece of one that is too long for a passage: what the chunker never cuts.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="TokenCount">Its model tokens.</param>
/// <param name="Gap">What stands between it and the unit before.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
internal readonly record struct TextUnit(TextSpan Span, int TokenCount, UnitGap Gap, bool IsHeading);

/// <summary>What separates a unit from the one before.</summary>
internal enum UnitGap
{
    /// <summary>Nothing: both are pieces of one sentence.</summary>
    None,

    /// <summary>White space on one line.</summary>
    Space,

    /// <summary>A line end.</summary>
    Line,

    /// <summary>A blank line, or the start of the text.</summary>
    Block,
}
