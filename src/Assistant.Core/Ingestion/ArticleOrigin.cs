namespace Assistant.Core.Ingestion;

/// <summary>What stands for an article's key, title and publisher when the article itself states none.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Source">The publisher.</param>
internal sealed record ArticleOrigin(string Key, string Name, string Source)
{
    /// <summary>The key that the sender stated; comes before the article's own address.</summary>
    public string? StatedKey { get; init; }

    /// <summary>The title that the sender stated; comes before the article's own.</summary>
    public string? StatedTitle { get; init; }

    /// <summary>That of a file.</summary>
    public static ArticleOrigin Of(ArticleFile file, IngestionOptions options) =>
        new(file.Key, Path.GetFileName(file.RelativePath), file.RootName) { StatedKey = options.Key, StatedTitle = options.Title };
}
