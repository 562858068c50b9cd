namespace Assistant.Core.Indexing.Qdrant;

/// <summary>The index in a Qdrant server or cluster, spoken to by REST.</summary>
/// <remarks>
/// Two collections. <c>name-articles</c> holds every revision with text, offsets and embeddings bit for bit: the truth.
/// <c>name-passages</c> holds the active passages with a dense and a sparse vector: what is searched, and can be built anew from
/// the first. START HERE: <see cref="ArticleChanges"/> for writing, <see cref="PassageSearch"/> for searching. Thread-safe;
/// any number of programs may read, and writers take turns, one article at a time.
/// </remarks>
public sealed class QdrantPassageIndex : ICopyableIndex
{
    private static readonly TimeSpan HealthAge = TimeSpan.FromSeconds(5);

    private readonly QdrantClient _client;
    private readonly QdrantCollections _collections;
    private readonly QdrantOptions _options;
    private readonly int _dimension;
    private readonly TimeProvider _time;
    private readonly ArticleStore _articles;
    private readonly WriterLease _lease;
    private readonly ArticleChanges _changes;
    private readonly PassageSearch _search;
    private readonly SourceStore _sources;
    private readonly CachedHealth _health;

    private QdrantPassageIndex(
        QdrantClient client, QdrantCollections collections, QdrantOptions options, int dimension, TimeProvider time)
    {
        _client = client;
        _collections = collections;
        _options = options;
        _dimension = dimension;
        _time = time;
        _articles = new ArticleStore(client, collections, dimension);
        _lease = new WriterLease(client, collections, time, TimeSpan.FromSeconds(options.WriteSeconds + options.AttemptSeconds));
        _changes = new ArticleChanges(client, collections, _articles, _lease, time);
        _search = new PassageSearch(client, collections, _articles, _lease, options);
        _sources = new SourceStore(client, collections);
        _health = new CachedHealth(client.IsReadyAsync, HealthAge, time);
    }

    /// <summary>Connects, and opens the collections or makes empty ones.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="fingerprint">What makes passages, embeddings and terms; must be that of the index.</param>
    /// <param name="time">Dates tombstones, and paces repetitions.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="IndexException">The server cannot be used, or holds something else; nothing was changed.</exception>
    public static async Task<QdrantPassageIndex> OpenAsync(
        QdrantOptions options, IndexFingerprint fingerprint, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fingerprint.Dimension);
        var client = await QdrantClient.ConnectAsync(options, time, cancellationToken);
        try
        {
            var collections = new QdrantCollections(client, options.Collection, fingerprint);
            await collections.OpenAsync(cancellationToken);
            return new QdrantPassageIndex(client, collections, options, fingerprint.Dimension, time);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>True when the server took a request within the last 5 seconds, or takes one now.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => _health.IsReadyAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<ArticleState?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        await _articles.FindAsync(articleId, cancellationToken) is { } record
            ? new ArticleState(articleId, record.Active, record.ErasedAt is not null) : null;

    /// <inheritdoc/>
    public async Task StoreAsync(
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages,
        CancellationToken cancellationToken)
    {
        StoreArguments.Check(article, passages, _dimension);
        var state = await _articles.FindAsync(article.Id, cancellationToken);
        if (state?.Active != article.Revision) await _changes.StoreAsync(article, removed, passages, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrackedSource>> ListSourcesAsync(CancellationToken cancellationToken) =>
        _sources.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task TrackAsync(
        IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken) =>
        _sources.ChangeAsync(kept, gone, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> RetireAsync(string articleId, CancellationToken cancellationToken)
    {
        var state = await _articles.FindAsync(articleId, cancellationToken);
        if (state?.Active is null) return false;
        await _changes.RetireAsync(articleId, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(string articleId, CancellationToken cancellationToken)
    {
        var state = await _articles.FindAsync(articleId, cancellationToken);
        if (state is null or { ErasedAt: not null }) return false;
        await _changes.EraseAsync(articleId, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<Article?> GetArticleAsync(string articleId, string? revision, CancellationToken cancellationToken) =>
        (await _articles.GetAsync(articleId, revision, cancellationToken))?.Article;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RemovedBlock>> GetRemovedAsync(
        string articleId, string? revision, CancellationToken cancellationToken) =>
        (await _articles.GetAsync(articleId, revision, cancellationToken))?.Removed ?? [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleSummary>> ListArticlesAsync(CancellationToken cancellationToken)
    {
        var records = await _articles.ScrollAsync(Condition.Is("is_active", true), cancellationToken).ToListAsync(cancellationToken);
        return
        [
            .. records
                .OrderBy(static record => record.PublishedAt is null)
                .ThenByDescending(static record => record.PublishedAt, StringComparer.Ordinal)
                .ThenBy(static record => record.ArticleId, StringComparer.Ordinal)
                .Select(static record => new ArticleSummary(
                    record.ArticleId,
                    record.Active!,
                    record.Key!,
                    record.Title!,
                    record.Source!,
                    record.Url,
                    StoredTime.ReadNullable(record.PublishedAt),
                    record.PassageCount)),
        ];
    }

    /// <inheritdoc/>
    public Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        if (query.Embedding.Length != _dimension)
            throw new ArgumentException($"The embedding has {query.Embedding.Length} values, not {_dimension}.", nameof(query));
        return _search.SearchAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> ComputeDigestAsync(CancellationToken cancellationToken)
    {
        using var digest = new IndexDigest();
        foreach (var record in await ListRecordsAsync(cancellationToken))
        {
            foreach (var revision in record.Revisions.Order(StringComparer.Ordinal))
            {
                var stored = await _articles.ReadAllAsync(record, revision, cancellationToken)
                    ?? throw new IndexException(IndexFailure.Damaged, $"The revision {revision} of article {record.ArticleId} is missing in Qdrant.");
                digest.AppendRevision(record.ArticleId, revision, isActive: revision == record.Active);
                foreach (var (passage, embedding) in stored.Passages.OrderBy(static one => one.Passage.Id))
                    digest.AppendPassage(passage.Id.ToByteArray(bigEndian: true), passage.Text, StoredVector.Write(embedding.Span));
            }
        }

        return digest.Finish();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleHistory>> ListHistoriesAsync(CancellationToken cancellationToken) =>
    [
        .. (await ListRecordsAsync(cancellationToken)).Select(static record =>
            new ArticleHistory(record.ArticleId, record.Revisions, record.Active, record.ErasedAt is not null)),
    ];

    /// <inheritdoc/>
    public async Task<StoredRevision?> ReadRevisionAsync(string articleId, string revision, CancellationToken cancellationToken) =>
        await _articles.FindAsync(articleId, cancellationToken) is { } record && record.Revisions.Contains(revision)
            ? await _articles.ReadAllAsync(record, revision, cancellationToken) : null;

    /// <inheritdoc/>
    public Task MarkErasedAsync(string articleId, CancellationToken cancellationToken) =>
        _changes.MarkErasedAsync(articleId, cancellationToken);

    /// <summary>Builds the passages anew with today's options and switches to them in one step; searches go on meanwhile.</summary>
    /// <param name="progress">Told the number of articles done.</param>
    /// <param name="cancellationToken">Cancels before the work begins; begun work completes.</param>
    /// <exception cref="IndexException">It failed; the old passages stay in use.</exception>
    public Task ReindexAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var reindexing = new Reindexing(_client, _collections, _articles, _lease, _time);
        var grace = TimeSpan.FromSeconds(Math.Min(_options.ReadSeconds, _options.AttemptSeconds));
        return _changes.AloneAsync(totals => reindexing.RunAsync(totals, grace, progress), cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync()
    {
        _changes.Dispose();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<ArticleRecord>> ListRecordsAsync(CancellationToken cancellationToken)
    {
        var records = await _articles.ScrollAsync(null, cancellationToken).ToListAsync(cancellationToken);
        return [.. records.OrderBy(static record => record.ArticleId, StringComparer.Ordinal)];
    }
}
