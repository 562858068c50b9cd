namespace Assistant.Core.Ingestion;

/// <summary>How files are ingested.</summary>
public sealed class IngestionOptions
{
    /// <summary>Name under which files are known, so that a folder may move; null = the folder's absolute path.</summary>
    public string? Root { get; init; }

    /// <summary>Largest file that is read, in bytes; larger ones are refused.</summary>
    public long MaximumFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>The article's key, for a single file whose sender names it; null = its address, else its path.</summary>
    public string? Key { get; init; }

    /// <summary>The article's title, for a single file whose sender states it; null = as the article states it.</summary>
    public string? Title { get; init; }
}
