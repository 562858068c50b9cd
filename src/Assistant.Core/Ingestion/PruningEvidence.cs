using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion;

/// <summary>What a run saw of the files it looked at.</summary>
internal sealed class PruningEvidence
{
    private readonly HashSet<(string Location, string ArticleId)> _read = [];
    private readonly HashSet<string> _articleIds = new(StringComparer.Ordinal);
    private readonly List<string> _unread = [];

    /// <summary>An article was read there.</summary>
    public void AddRead(string location, string articleId)
    {
        _read.Add((location, articleId));
        _articleIds.Add(articleId);
    }

    /// <summary>A file, or a part of it, or a folder could not be read: nothing in it is gone for sure.</summary>
    public void AddUnread(string location) => _unread.Add(location);

    /// <summary>Whether an article was read anywhere.</summary>
    public bool Holds(string articleId) => _articleIds.Contains(articleId);

    /// <summary>Whether the article is no longer at the location.</summary>
    public bool IsGone(TrackedSource source) =>
        !_read.Contains((source.Location, source.ArticleId))
        && !_unread.Exists(location => Pruning.IsWithin(source.Location, location));
}
