namespace Assistant.Core.Indexing;

/// <summary>The index in one SQLite file: exact search, in memory, over a snapshot of what the file holds.</summary>
/// <remarks>
/// Thread-safe. Any number of index objects, in any number of processes, may read one file; the first write makes this
/// object its only writer until it is disposed. Nothing is loaded before the first search; a search sees all that was
/// committed before it began.
/// </remarks>
public sealed class SqlitePassageIndex : ICopyableIndex
{
    // A search is only repeated when a passage it found was erased before its text was read.
    private const int MostAttempts = 5;

    private readonly IndexFile _file;
    private readonly TimeProvider _time;
    private readonly IndexFingerprint _fingerprint;
    private readonly IndexConnection _reading;
    private readonly IndexConnection _writing;
    private readonly IndexConnection _loading;
    private readonly SnapshotSource _snapshots;
    private WriterLock? _lock;

    private SqlitePassageIndex(IndexFile file, IndexFingerprint fingerprint, TimeProvider time)
    {
        _file = file;
        _time = time;
        _fingerprint = fingerprint;
        _reading = new IndexConnection(file);
        _writing = new IndexConnection(file);
        _loading = new IndexConnection(file);
        _snapshots = new SnapshotSource(file.Path, fingerprint);
    }

    /// <summary>Opens the index in this file, or makes an empty one if there is none.</summary>
    /// <param name="path">The file; its folder is made if it is missing.</param>
    /// <param name="fingerprint">What makes passages, embeddings and terms; must be that of the index.</param>
    /// <param name="time">Dates tombstones.</param>
    /// <param name="cancellationToken">Cancels before anything is opened.</param>
    /// <exception cref="IndexException">The file cannot be used; nothing was changed.</exception>
    public static Task<SqlitePassageIndex> OpenAsync(
        string path, IndexFingerprint fingerprint, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fingerprint.Dimension);
        return Task.FromResult(new SqlitePassageIndex(IndexFile.Open(path, fingerprint), fingerprint, time));
    }

    /// <inheritdoc/>
    public Task<ArticleState?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        _reading.RunAsync(connection => ArticleReader.Find(connection, articleId), cancellationToken);

    /// <inheritdoc/>
    public async Task StoreAsync(
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages,
        CancellationToken cancellationToken)
    {
        StoreArguments.Check(article, passages, _fingerprint.Dimension);
        var state = await FindAsync(article.Id, cancellationToken);
        if (state?.Revision == article.Revision)
            return;

        await WriteAsync(connection => ArticleWriter.Store(connection, article, removed, passages), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RetireAsync(string articleId, CancellationToken cancellationToken) =>
        WriteAsync(connection => ArticleWriter.Retire(connection, articleId), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> EraseAsync(string articleId, CancellationToken cancellationToken) =>
        WriteAsync(
            connection =>
            {
                // A rebuild that was stopped and a migration left files that would keep the article.
                IndexRebuild.DeleteStaged(_file.Path);
                IndexMigration.DeleteCopies(_file.Path);
                return ArticleEraser.Erase(connection, articleId, _time.GetUtcNow());
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<Article?> GetArticleAsync(string articleId, string? revision, CancellationToken cancellationToken) =>
        _reading.RunAsync(connection => ArticleReader.Get(connection, articleId, revision), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RemovedBlock>> GetRemovedAsync(
        string articleId, string? revision, CancellationToken cancellationToken) =>
        _reading.RunAsync(connection => ArticleReader.GetRemoved(connection, articleId, revision), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleSummary>> ListArticlesAsync(CancellationToken cancellationToken) =>
        _reading.RunAsync(ArticleReader.List, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrackedSource>> ListSourcesAsync(CancellationToken cancellationToken) =>
        _reading.RunAsync(SourceRows.List, cancellationToken);

    /// <inheritdoc/>
    public Task TrackAsync(
        IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken) =>
        WriteAsync(connection => SourceRows.Change(connection, kept, gone), cancellationToken);

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        if (query.Embedding.Length != _fingerprint.Dimension)
            throw new ArgumentException($"The embedding has {query.Embedding.Length} values, not {_fingerprint.Dimension}.", nameof(query));

        var queryTerms = LexicalAnalyzer.Analyze(query.Text);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var (snapshot, terms) = await _loading.RunAsync(
                connection => _snapshots.Current(connection, queryTerms), cancellationToken);
            var (found, undated) = snapshot.Search(query, terms, cancellationToken);
            var passages = await _reading.RunAsync(
                connection => PassageReader.Read(connection, found), cancellationToken);
            if (passages is not null)
                return new SearchResult(passages, undated);
        }

        throw new IndexException(
            IndexFailure.Unavailable, $"Articles are being erased from the index {_file.Path} all the time. Try again.");
    }

    /// <inheritdoc/>
    public Task<string> ComputeDigestAsync(CancellationToken cancellationToken) =>
        _reading.RunAsync(SqliteDigest.Compute, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHistory>> ListHistoriesAsync(CancellationToken cancellationToken) =>
        _reading.RunAsync(RevisionReader.List, cancellationToken);

    /// <inheritdoc/>
    public Task<StoredRevision?> ReadRevisionAsync(string articleId, string revision, CancellationToken cancellationToken) =>
        _reading.RunAsync(connection => RevisionReader.Read(connection, articleId, revision, _fingerprint.Dimension), cancellationToken);

    /// <inheritdoc/>
    public Task MarkErasedAsync(string articleId, CancellationToken cancellationToken) =>
        WriteAsync(connection => ArticleEraser.MarkErased(connection, articleId, _time.GetUtcNow()), cancellationToken);

    /// <summary>Closes the file and lets another writer in.</summary>
    public ValueTask DisposeAsync()
    {
        _reading.Dispose();
        _loading.Dispose();
        _writing.Dispose();
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<T> WriteAsync<T>(
        Func<Microsoft.Data.Sqlite.SqliteConnection, T> action, CancellationToken cancellationToken) =>
        _writing.RunAsync(
            connection =>
            {
                _lock ??= TakeLock(connection);
                return action(connection);
            },
            cancellationToken);

    private WriterLock TakeLock(Microsoft.Data.Sqlite.SqliteConnection connection)
    {
        var taken = WriterLock.Take(_file.Path);
        try
        {
            // Until now a rebuild may have switched to another model.
            StoredFingerprint.Check(connection, _fingerprint, _file.Path);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }
}
