namespace Assistant.Core.Indexing;

/// <summary>All that an index knows of an article's revisions.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Revisions">All revisions, oldest first; empty once erased.</param>
/// <param name="Active">The active one; null when all are retired or the article was erased.</param>
/// <param name="IsErased">True when the article was erased and has not come back.</param>
public sealed record ArticleHistory(string ArticleId, IReadOnlyList<string> Revisions, string? Active, bool IsErased);
