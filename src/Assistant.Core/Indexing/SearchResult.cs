namespace Assistant.Core.Indexing;

/// <summary>What a search found.</summary>
/// <param name="Candidates">The union of both lists, ordered by passage id, not fused yet.</param>
/// <param name="UndatedLeftOut">Articles left out because a date filter was set and they have no date.</param>
public sealed record SearchResult(IReadOnlyList<RankedPassage> Candidates, int UndatedLeftOut);
