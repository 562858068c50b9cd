namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Reads and writes <see cref="TrackedSource"/>s, a point each beside the articles.</summary>
internal sealed class SourceStore(QdrantClient client, QdrantCollections collections)
{
    private readonly PointWriter _points = new(client);

    /// <summary>All sources, by location, then article.</summary>
    public async Task<IReadOnlyList<TrackedSource>> ListAsync(CancellationToken cancellationToken)
    {
        var filter = new PointFilter(Condition.Is("kind", RecordKind.Source));
        var sources = await client.ScrollAsync<SourceRecord>(collections.Articles, filter, true, cancellationToken)
            .Select(static point => ToSource(point.Payload!))
            .ToListAsync(cancellationToken);
        return
        [
            .. sources
                .OrderBy(static source => source.Location, StringComparer.Ordinal)
                .ThenBy(static source => source.ArticleId, StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds or replaces some and forgets others. Can be repeated.</summary>
    public async Task ChangeAsync(
        IReadOnlyList<TrackedSource> kept, IReadOnlyList<TrackedSource> gone, CancellationToken cancellationToken)
    {
        if (gone.Count > 0)
        {
            var ids = gone.Select(static source => RecordIds.Source(source.Location, source.ArticleId)).Distinct();
            await client.DeleteAsync(
                collections.Articles, new PointFilter(Condition.Is("kind", RecordKind.Source), Condition.Has(ids)), cancellationToken);
        }

        var points = kept.Select(static source => QdrantJson.Write(
            new Point<SourceRecord>(RecordIds.Source(source.Location, source.ArticleId), PointVectors.None, ToRecord(source))));
        await _points.WriteAsync(collections.Articles, points, static _ => Task.CompletedTask, cancellationToken);
    }

    private static TrackedSource ToSource(SourceRecord record) =>
        new(record.Location, record.ArticleId, record.Root, record.Path, record.Etag, record.LastModified);

    private static SourceRecord ToRecord(TrackedSource source) => new()
    {
        ArticleId = source.ArticleId,
        Location = source.Location,
        Root = source.Root,
        Path = source.Path,
        Etag = source.ETag,
        LastModified = source.LastModified,
    };
}
