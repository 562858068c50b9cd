namespace Assistant.Core.Indexing;

/// <summary>What the index knows of an article id.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Revision">Its active revision; null when all its revisions are retired or it was erased.</param>
/// <param name="IsErased">True when the article was erased and has not come back.</param>
public sealed record ArticleState(string ArticleId, string? Revision, bool IsErased);
