namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Stores, retires and erases articles, each as one step for those who search.</summary>
/// <remarks>
/// The order makes every break harmless: passages of a new revision are written before the article's record names it, and
/// those of the old one are deleted after. What a search finds of a revision that is not named is dropped. Thread-safe.
/// </remarks>
internal sealed class ArticleChanges(
    QdrantClient client, QdrantCollections collections, ArticleStore articles, WriterLease lease, TimeProvider time) : IDisposable
{
    private readonly PointWriter _points = new(client);
    private readonly SemaphoreSlim _turn = new(1);

    public Task StoreAsync(
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages,
        CancellationToken cancellationToken) =>
        ChangeAsync(article.Id, (state, totals) => StoreAsync(article, removed, passages, state, totals), cancellationToken);

    public Task RetireAsync(string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(articleId, RetireAsync, cancellationToken);

    public Task EraseAsync(string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(articleId, (state, totals) => EraseAsync(articleId, state, totals), cancellationToken);

    public Task MarkErasedAsync(string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(
            articleId,
            async (state, totals) =>
            {
                if (state is null) await WriteRecordAsync(Tombstone(articleId, totals));
                return totals;
            },
            cancellationToken);

    /// <summary>Runs a change of the collections themselves while no article changes.</summary>
    public Task AloneAsync(Func<Statistics, Task<Statistics>> change, CancellationToken cancellationToken) =>
        ChangeAsync(string.Empty, (_, totals) => change(totals), cancellationToken);

    public void Dispose() => _turn.Dispose();

    /// <summary>Once begun a change is not cancelled: it completes, fails, or is cleaned up by the next one.</summary>
    private async Task ChangeAsync(
        string articleId, Func<ArticleRecord?, Statistics, Task<Statistics>> change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var grant = await lease.BeginAsync(articleId, cancellationToken);
            try
            {
                var totals = grant.Totals;
                if (grant.Unfinished is { } unfinished)
                {
                    totals = await CleanUpAsync(unfinished, totals);
                    await lease.TurnToAsync(articleId, CancellationToken.None);
                }

                var state = await articles.FindAsync(articleId, CancellationToken.None);
                await lease.CompleteAsync(await change(state, totals), CancellationToken.None);
            }
            catch
            {
                await lease.AbandonAsync();
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Statistics> StoreAsync(
        Article article,
        IReadOnlyList<RemovedBlock> removed,
        IReadOnlyList<EmbeddedPassage> passages,
        ArticleRecord? state,
        Statistics totals)
    {
        if (state?.Active == article.Revision) return totals;
        var points = new PassagePoints(article, passages);
        var isKnown = state?.Revisions.Contains(article.Revision) == true;
        if (!isKnown) await WriteAsync(collections.Articles, ArticleParts.ToPoints(article, removed, passages));
        await WriteAsync(collections.Passages, points.ToPoints(totals.ReferenceLength ?? SparseWeights.UsualLength));
        await WriteRecordAsync(FilterMapping.WithFields(
            new ArticleRecord
            {
                ArticleId = article.Id,
                Key = article.Key,
                Active = article.Revision,
                IsActive = true,
                IsDated = article.PublishedAt is not null,
                Revisions = isKnown ? state!.Revisions : [.. state?.Revisions ?? [], article.Revision],
                Version = totals.Version,
                Title = article.Title,
                Source = article.Source,
                Url = article.Url,
                PassageCount = passages.Count,
                TermCount = points.TermCount,
            },
            article));
        if (state?.Active is not null) await DeletePassagesAsync(article.Id, article.Revision);
        var others = Without(state, totals);
        return others with { Passages = others.Passages + passages.Count, Terms = others.Terms + points.TermCount };
    }

    private async Task<Statistics> RetireAsync(ArticleRecord? state, Statistics totals)
    {
        if (state?.Active is null) return totals;
        await WriteRecordAsync(new ArticleRecord
        {
            ArticleId = state.ArticleId,
            Key = state.Key,
            Revisions = state.Revisions,
            Version = totals.Version,
        });
        await DeletePassagesAsync(state.ArticleId, kept: null);
        return Without(state, totals);
    }

    private async Task<Statistics> EraseAsync(string articleId, ArticleRecord? state, Statistics totals)
    {
        if (state is null or { ErasedAt: not null }) return totals;
        await WriteRecordAsync(Tombstone(articleId, totals));
        await DeletePassagesAsync(articleId, kept: null);
        await DeleteRevisionsAsync(articleId, kept: []);
        await DeleteSourcesAsync(articleId);
        return Without(state, totals);
    }

    private ArticleRecord Tombstone(string articleId, Statistics totals) => new()
    {
        ArticleId = articleId,
        ErasedAt = StoredTime.Write(time.GetUtcNow()),
        Version = totals.Version,
    };

    /// <summary>Removes what a change left behind that did not come to its end, and counts anew.</summary>
    private async Task<Statistics> CleanUpAsync(string articleId, Statistics totals)
    {
        if (articleId.Length > 0)
        {
            var state = await articles.FindAsync(articleId, CancellationToken.None);
            await DeletePassagesAsync(articleId, state?.Active);
            await DeleteRevisionsAsync(articleId, state?.Revisions ?? []);
            if (state?.ErasedAt is not null) await DeleteSourcesAsync(articleId);
        }
        else
        {
            await collections.RemoveOthersAsync(CancellationToken.None);
        }

        var (passages, terms) = (0, 0L);
        await foreach (var article in articles.ScrollAsync(Condition.Is("is_active", true), CancellationToken.None))
        {
            passages += article.PassageCount;
            terms += article.TermCount;
        }

        return totals with { Passages = passages, Terms = terms };
    }

    private Task WriteAsync(string collection, IEnumerable<byte[]> points) =>
        _points.WriteAsync(collection, points, lease.RenewAsync, CancellationToken.None);

    private Task WriteRecordAsync(ArticleRecord record) => WriteAsync(
        collections.Articles,
        [QdrantJson.Write(new Point<ArticleRecord>(RecordIds.Article(record.ArticleId), PointVectors.None, record))]);

    private Task DeletePassagesAsync(string articleId, string? kept) => client.DeleteAsync(
        collections.Passages,
        new PointFilter(Condition.Is("article_id", articleId)) { MustNot = kept is null ? null : [Condition.Is("revision", kept)] },
        CancellationToken.None);

    private Task DeleteRevisionsAsync(string articleId, IReadOnlyList<string> kept) => client.DeleteAsync(
        collections.Articles,
        new PointFilter(
            Condition.Is("article_id", articleId), Condition.IsOneOf("kind", [RecordKind.Revision, RecordKind.Part]))
        {
            MustNot = kept.Count == 0 ? null : [Condition.IsOneOf("revision", kept)],
        },
        CancellationToken.None);

    private Task DeleteSourcesAsync(string articleId) => client.DeleteAsync(
        collections.Articles,
        new PointFilter(Condition.Is("article_id", articleId), Condition.Is("kind", RecordKind.Source)),
        CancellationToken.None);

    private static Statistics Without(ArticleRecord? state, Statistics totals) => state?.Active is null
        ? totals : totals with { Passages = totals.Passages - state.PassageCount, Terms = totals.Terms - state.TermCount };
}
