namespace Assistant.Eval.Running;

/// <summary>Why a question missed: the first stage of the pipeline that lost it.</summary>
internal enum MissCause
{
    /// <summary>No gold document is in the index.</summary>
    NotIngested,

    /// <summary>The evidence or the answer lies across a passage boundary, so no passage holds it.</summary>
    SplitByChunking,

    /// <summary>No gold document is in the dense or the lexical list.</summary>
    NotRetrieved,

    /// <summary>Retrieved, but fused below what the reader sees.</summary>
    LostInFusion,

    /// <summary>The reader saw a gold document, but the answer cites none.</summary>
    DroppedByReader,

    /// <summary>A gold document is cited, but at the wrong place.</summary>
    WrongSpan,

    /// <summary>Answerable, read, and still refused.</summary>
    WronglyRefused,

    /// <summary>Not answerable, and still answered.</summary>
    WronglyAnswered,

    /// <summary>The answer is right, but a quote is not exact or none overlaps the gold evidence.</summary>
    MisCited,
}
