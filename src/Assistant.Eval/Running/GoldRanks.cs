namespace Assistant.Eval.Running;

/// <summary>1-based rank of the best gold document at each stage of the pipeline; null where it is absent.</summary>
/// <remarks>Passages become documents by first occurrence, so a rank counts documents, not passages.</remarks>
/// <param name="Dense">In the dense list.</param>
/// <param name="Lexical">In the lexical list.</param>
/// <param name="Fused">In the whole fused union, before the cut to what the reader sees.</param>
/// <param name="Reader">Among the passages read, in the reader's order.</param>
/// <param name="Answer">Among the documents cited by the answer.</param>
internal sealed record GoldRanks(
    int? Dense = null, int? Lexical = null, int? Fused = null, int? Reader = null, int? Answer = null);
