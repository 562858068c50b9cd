namespace Assistant.Core.Indexing;

/// <summary>What a rebuild did.</summary>
/// <param name="Passages">Passages that the index has now.</param>
/// <param name="Embedded">Passages embedded by this run; fewer when it went on where another was stopped.</param>
/// <param name="IsCleanedAlike">False when the texts were cleaned by another version; only ingesting them again cleans them anew.</param>
public sealed record IndexRebuildResult(int Passages, int Embedded, bool IsCleanedAlike);
