using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>What was read from one file, line of a file, page or feed item: an article, or the reason why there is none.</summary>
/// <param name="Path">What was read, for people.</param>
internal sealed record ArticleReading(string Path)
{
    /// <summary>Where it was read from, to be tracked; its article id is not set. Null when it is not to be tracked.</summary>
    public TrackedSource? Source { get; init; }

    /// <summary>With a feed's last item, all that is to be tracked of the feed, instead of what was; else empty.</summary>
    public IReadOnlyList<TrackedSource> FeedSources { get; init; } = [];

    /// <summary>The article; null when there is none.</summary>
    public Article? Article { get; init; }

    /// <summary>What was dropped from the article.</summary>
    public IReadOnlyList<RemovedBlock> Removed { get; init; } = [];

    /// <summary>Id of an article that the index has and that did not change, by its server's word.</summary>
    public string? UnchangedId { get; init; }

    /// <summary>Why there is no article, or a warning about it.</summary>
    public string? Reason { get; init; }
}
