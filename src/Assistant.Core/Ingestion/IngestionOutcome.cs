namespace Assistant.Core.Ingestion;

/// <summary>What became of a file. Clients must accept values that are not listed yet.</summary>
public enum IngestionOutcome
{
    /// <summary>The article is new.</summary>
    Added,

    /// <summary>The article has a new revision; the one before is retired.</summary>
    Updated,

    /// <summary>The index has this revision already: nothing was embedded or written.</summary>
    Unchanged,

    /// <summary>Its file is gone: the article is retired, no longer searched, still there for old citations.</summary>
    Removed,

    /// <summary>The file became no article; the reason says why and what to do.</summary>
    Refused,
}
