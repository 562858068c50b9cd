namespace Assistant.Core.Indexing;

/// <summary>How far a copy is.</summary>
/// <param name="Done">Articles done.</param>
/// <param name="Total">All articles.</param>
public sealed record CopyProgress(int Done, int Total);
