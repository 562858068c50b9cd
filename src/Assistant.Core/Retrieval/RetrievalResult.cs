namespace Assistant.Core.Retrieval;

/// <summary>What retrieval found for a query.</summary>
/// <param name="Passages">The fused union of the dense and the lexical list, best first.</param>
/// <param name="UndatedLeftOut">Articles left out because a date filter was set and they have no date.</param>
public sealed record RetrievalResult(IReadOnlyList<RankedPassage> Passages, int UndatedLeftOut);
