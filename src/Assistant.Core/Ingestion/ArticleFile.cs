using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>A file that was found, or the reason why it cannot be read.</summary>
/// <param name="Path">As it was named or found, for people.</param>
/// <param name="Root">Name of its root.</param>
/// <param name="RelativePath">Its path under the root, with <c>/</c>, in NFC.</param>
/// <param name="Refusal">Why it cannot be read; null when it can be tried.</param>
internal sealed record ArticleFile(string Path, string Root, string RelativePath, string? Refusal = null)
{
    /// <summary>The file was named by itself, not found in a folder.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Full path.</summary>
    public string Location => System.IO.Path.GetFullPath(Path);

    /// <summary>Key of an article that states no address of its own.</summary>
    public string Key => $"{Root}:{RelativePath}";

    /// <summary>The root's name without the folders above it: stands for the publisher when nothing else does.</summary>
    public string RootName
    {
        get
        {
            var name = System.IO.Path.GetFileName(Root.TrimEnd('/', '\\'));
            return name.Length == 0 ? Root : name;
        }
    }

    /// <summary>What is tracked of the file when it holds the article.</summary>
    public TrackedSource ToSource(string articleId) => new(Location, articleId, Root, RelativePath);
}
