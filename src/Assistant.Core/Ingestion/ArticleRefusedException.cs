namespace Assistant.Core.Ingestion;

/// <summary>A file that cannot become an article. The message says why and what to do, for the user.</summary>
/// <param name="reason">Why, and what to do.</param>
public sealed class ArticleRefusedException(string reason) : Exception(reason);
