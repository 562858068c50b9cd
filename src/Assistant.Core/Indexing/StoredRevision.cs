namespace Assistant.Core.Indexing;

/// <summary>A revision as it is stored: enough to store it elsewhere without embedding it again.</summary>
/// <param name="Article">The article in this revision.</param>
/// <param name="Removed">Blocks that cleaning dropped, in order.</param>
/// <param name="Passages">All passages by ordinal, with their embeddings bit for bit.</param>
public sealed record StoredRevision(
    Article Article, IReadOnlyList<RemovedBlock> Removed, IReadOnlyList<EmbeddedPassage> Passages);
