namespace Assistant.Core.Indexing;

/// <summary>Articles, their passages, embeddings and terms: stores them, searches them, lets them go.</summary>
/// <remarks>
/// Thread-safe for reading; one writer at a time. A search sees one consistent version of the index.
/// An article has at most one active revision; older ones are retired: not searched, but still readable so that old
/// citations resolve. Erased articles are gone with all their revisions.
/// </remarks>
public interface IPassageIndex : IAsyncDisposable
{
    /// <summary>The article's current state, or null when the index never held it.</summary>
    Task<ArticleState?> FindAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Stores a revision with all its passages in one step and retires the revision before it.</summary>
    /// <remarks>Repeating a call changes nothing. Storing an erased article's id brings it back as new.</remarks>
    /// <param name="article">The article.</param>
    /// <param name="removed">Blocks that cleaning dropped, each with its reason, in order.</param>
    /// <param name="passages">All passages by ordinal, with embeddings of the index's dimension and unit length.</param>
    /// <param name="cancellationToken">Cancels before the write; a begun write completes.</param>
    /// <exception cref="ArgumentException">A passage is not of the article's text, or its embedding is malformed.</exception>
    Task StoreAsync(
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages,
        CancellationToken cancellationToken);

    /// <summary>Erases the article with all its revisions. False when there was none.</summary>
    Task<bool> EraseAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Retires the active revision: not searched any more, still readable. False when there is none.</summary>
    Task<bool> RetireAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The article's active revision, or the named one whatever its state; null when there is none.</summary>
    Task<Article?> GetArticleAsync(string articleId, string? revision, CancellationToken cancellationToken);

    /// <summary>Blocks that cleaning dropped from that revision, in order; empty when there is none.</summary>
    Task<IReadOnlyList<RemovedBlock>> GetRemovedAsync(
        string articleId, string? revision, CancellationToken cancellationToken);

    /// <summary>Active articles, ordered by publication time (newest first, undated last), then id.</summary>
    Task<IReadOnlyList<ArticleSummary>> ListArticlesAsync(CancellationToken cancellationToken);

    /// <summary>Where articles were read from, as tracked so far, by location, then article.</summary>
    Task<IReadOnlyList<TrackedSource>> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>Tracks some sources, replacing those with the same location and article, and forgets others, in one step.</summary>
    /// <remarks>Erasing an article forgets its sources too; retiring it does not.</remarks>
    Task TrackAsync(IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken);

    /// <summary>The union of the best dense and the best lexical passages, each member with both true scores.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>Unfused, ordered by passage id; empty for an empty index; never null.</returns>
    Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>SHA-256 (hex) over sorted (article id, revision, state, passage id, text, stored vector).</summary>
    Task<string> ComputeDigestAsync(CancellationToken cancellationToken);
}
