namespace Assistant.Core.Indexing;

/// <summary>A passage that a search of a snapshot found: all but its text.</summary>
internal sealed record ScoredPassage(
    Guid Id, long RevisionNumber, double DenseScore, int? DenseRank, double LexicalScore, int? LexicalRank);
