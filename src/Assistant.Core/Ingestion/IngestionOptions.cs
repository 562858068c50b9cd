namespace Assistant.Core.Ingestion;

/// <summary>How files are ingested.</summary>
public sealed class IngestionOptions
{
    /// <summary>Name under which files are known, so that a folder may move; null = the folder's absolute path.</summary>
    public string? Root { get; init; }

    /// <summary>Largest file that is read, in bytes; larger ones are refused.</summary>
    public long MaximumFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Only tell what would become of each file; write nothing.</summary>
    public bool IsPlan { get; init; }

    /// <summary>Retire the articles of files that are gone from the folders, or the root, that were named.</summary>
    public bool Prune { get; init; }

    /// <summary>The files are copies that are soon deleted: where they are is not remembered.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Keep everything: no menus, headers, teasers or page numbers are dropped and no lines joined.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The article's key, for a single file whose sender names it; null = its address, else its path.</summary>
    public string? Key { get; init; }

    /// <summary>The article's title, for a single file whose sender states it; null = as the article states it.</summary>
    public string? Title { get; init; }
}
