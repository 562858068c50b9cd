namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Reads and writes the records of articles.</summary>
internal sealed class ArticleStore(QdrantClient client, QdrantCollections collections, int dimension)
{
    private static readonly string[] AllButPassages =
    [
        "article_id", "revision", "title", "source", "url", "author", "published_at", "language", "content_hash", "ingested_at",
        "part_count", "text", "removed",
    ];

    /// <summary>The article's record as a write needs it: waits for a server that is being restarted.</summary>
    public Task<ArticleRecord?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        FindAsync(articleId, isPatient: true, cancellationToken);

    /// <summary>The records of these articles by article id; those that are not there are left out.</summary>
    public async Task<IReadOnlyDictionary<string, ArticleRecord>> FindAllAsync(
        IEnumerable<string> articleIds, CancellationToken cancellationToken)
    {
        var ids = articleIds.Select(RecordIds.Article).ToList();
        string[] fields = ["article_id", "active", "version"];
        var found = await client.RetrieveAsync<ArticleRecord>(collections.Articles, ids, fields, isPatient: false, cancellationToken);
        return found.Values.ToDictionary(static record => record.ArticleId, StringComparer.Ordinal);
    }

    /// <summary>All articles that fulfil the condition, in no particular order.</summary>
    public IAsyncEnumerable<ArticleRecord> ScrollAsync(Condition? condition, CancellationToken cancellationToken)
    {
        var isArticle = Condition.Is("kind", RecordKind.Article);
        var filter = condition is null ? new PointFilter(isArticle) : new PointFilter(isArticle, condition);
        return client.ScrollAsync<ArticleRecord>(collections.Articles, filter, true, cancellationToken)
            .Select(static point => point.Payload!);
    }

    /// <summary>The active revision, or the named one whatever its state; without its passages. Null when there is none.</summary>
    public async Task<(Article Article, IReadOnlyList<RemovedBlock> Removed)?> GetAsync(
        string articleId, string? revision, CancellationToken cancellationToken)
    {
        if (await FindAsync(articleId, isPatient: false, cancellationToken) is not { } state) return null;
        if ((revision ?? state.Active) is not { } wanted || !state.Revisions.Contains(wanted)) return null;
        if (await ReadAsync(articleId, wanted, AllButPassages, cancellationToken) is not { } found) return null;
        var article = ArticleParts.ToArticle(found.Record, found.Parts, state.Key ?? string.Empty);
        return (article, ArticleParts.ToRemoved(found.Parts));
    }

    /// <summary>A revision with its passages and their embeddings; null when there is none.</summary>
    public async Task<StoredRevision?> ReadAllAsync(ArticleRecord state, string revision, CancellationToken cancellationToken)
    {
        if (await ReadAsync(state.ArticleId, revision, true, cancellationToken) is not { } found) return null;
        var article = ArticleParts.ToArticle(found.Record, found.Parts, state.Key ?? string.Empty);
        return new StoredRevision(
            article,
            ArticleParts.ToRemoved(found.Parts),
            ArticleParts.ToPassages(article, found.Parts, dimension));
    }

    private async Task<ArticleRecord?> FindAsync(string articleId, bool isPatient, CancellationToken cancellationToken)
    {
        var id = RecordIds.Article(articleId);
        var found = await client.RetrieveAsync<ArticleRecord>(collections.Articles, [id], true, isPatient, cancellationToken);
        return found.GetValueOrDefault(id);
    }

    private async Task<(RevisionRecord Record, IReadOnlyList<RevisionPart> Parts)?> ReadAsync(
        string articleId, string revision, object fields, CancellationToken cancellationToken)
    {
        var id = RecordIds.Revision(articleId, revision);
        var records = await client.RetrieveAsync<RevisionRecord>(collections.Articles, [id], fields, isPatient: false, cancellationToken);
        if (!records.TryGetValue(id, out var record)) return null;
        var parts = new List<RevisionPart>(record.PartCount + 1) { record };
        for (var i = 1; i <= record.PartCount; i++)
        {
            // One at a time: a long article's parts together may be larger than an answer should be.
            var partId = RecordIds.Part(articleId, revision, i);
            var found = await client.RetrieveAsync<PartRecord>(collections.Articles, [partId], fields, isPatient: false, cancellationToken);
            if (!found.TryGetValue(partId, out var part)) return null;
            parts.Add(part);
        }

        return (record, parts);
    }
}
