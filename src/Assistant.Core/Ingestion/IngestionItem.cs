namespace Assistant.Core.Ingestion;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file, as it was named or found.</param>
/// <param name="ArticleId">The article's id; null when it was refused before it had one.</param>
/// <param name="Revision">The article's revision; null when refused.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was refused and what to do, or a warning.</param>
public sealed record IngestionItem(
    string Path, string? ArticleId, string? Revision, IngestionOutcome Outcome, string? Reason = null);
