using Assistant.Core;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Ingestion;

/// <summary>Keeps what was stored, in order, and counts the writes.</summary>
internal sealed class MemoryIndex : IPassageIndex
{
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Location, string ArticleId), TrackedSource> _sources = [];

    public int Writes { get; private set; }

    public IReadOnlyCollection<Article> Articles => _articles.Values;

    public Dictionary<string, IReadOnlyList<EmbeddedPassage>> Passages { get; } = [];

    public Dictionary<string, IReadOnlyList<RemovedBlock>> Removed { get; } = [];

    public Task<ArticleState?> FindAsync(string articleId, CancellationToken cancellationToken)
    {
        var revision = _articles.GetValueOrDefault(articleId)?.Revision;
        var isErased = revision is null && _erased.Contains(articleId);
        return Task.FromResult(revision is not null || isErased ? new ArticleState(articleId, revision, isErased) : null);
    }

    public Task StoreAsync(
        Article article, IReadOnlyList<RemovedBlock> removed, IReadOnlyList<EmbeddedPassage> passages, CancellationToken cancellationToken)
    {
        Writes++;
        _articles[article.Id] = article;
        Passages[article.Id] = passages;
        Removed[article.Id] = removed;
        return Task.CompletedTask;
    }

    public Task<bool> EraseAsync(string articleId, CancellationToken cancellationToken)
    {
        _erased.Add(articleId);
        return Task.FromResult(_articles.Remove(articleId));
    }

    public Task<Article?> GetArticleAsync(string articleId, string? revision, CancellationToken cancellationToken) =>
        Task.FromResult(_articles.GetValueOrDefault(articleId));

    public Task<bool> RetireAsync(string articleId, CancellationToken cancellationToken) => Task.FromResult(_articles.Remove(articleId));

    public Task<IReadOnlyList<TrackedSource>> ListSourcesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TrackedSource>>([.. _sources.Values]);

    public Task TrackAsync(
        IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken)
    {
        foreach (var source in gone) _sources.Remove((source.Location, source.ArticleId));
        foreach (var source in kept) _sources[(source.Location, source.ArticleId)] = source;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RemovedBlock>> GetRemovedAsync(string articleId, string? revision, CancellationToken cancellationToken) =>
        Task.FromResult(Removed[articleId]);

    public Task<IReadOnlyList<ArticleSummary>> ListArticlesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> ComputeDigestAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
