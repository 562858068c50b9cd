namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Builds the passages anew in a collection of today's options, and switches to it in one step.</summary>
/// <remarks>
/// Works from the stored articles and embeddings: nothing is embedded again. Searches go on in the old collection until the
/// alias is switched, and those under way finish in it; writers wait. What an interrupted run leaves is removed by the next writer.
/// </remarks>
internal sealed class Reindexing(
    QdrantClient client, QdrantCollections collections, ArticleStore articles, WriterLease lease, TimeProvider time)
{
    private const string Ready = "green";
    private const int MostPolls = 1200;
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(500);

    private readonly PointWriter _points = new(client);

    /// <returns>The totals, with the average length that the new vectors are made with.</returns>
    /// <param name="totals">The totals before.</param>
    /// <param name="grace">How long the old collection stays after the switch: longer than any search takes.</param>
    /// <param name="progress">Told the number of articles done.</param>
    /// <exception cref="IndexException">The new collection does not hold what it should; the old one stays.</exception>
    public async Task<Statistics> RunAsync(Statistics totals, TimeSpan grace, IProgress<int>? progress)
    {
        var reference = totals.Passages == 0 ? SparseWeights.UsualLength : (double)totals.Terms / totals.Passages;
        var name = await collections.CreateNextAsync(CancellationToken.None);
        var (done, expected) = (0, 0L);
        await foreach (var state in articles.ScrollAsync(Condition.Is("is_active", true), CancellationToken.None))
        {
            var revision = await articles.ReadAllAsync(state, state.Active!, CancellationToken.None)
                ?? throw QdrantErrors.Damaged(state.ArticleId);
            var points = new PassagePoints(revision.Article, revision.Passages).ToPoints(reference);
            await _points.WriteAsync(name, points, lease.RenewAsync, CancellationToken.None);
            expected += revision.Passages.Count;
            progress?.Report(++done);
        }

        await WaitUntilReadyAsync(name);
        var count = await client.CountAsync(name, null, CancellationToken.None);
        if (count != expected)
        {
            throw new IndexException(
                IndexFailure.Damaged, $"The new collection '{name}' holds {count} passages, not {expected}; the old one stays in use.");
        }

        await client.SetAliasAsync(collections.Passages, name, CancellationToken.None);
        await Task.Delay(grace, time, CancellationToken.None);
        await collections.RemoveOthersAsync(CancellationToken.None);
        return totals with { ReferenceLength = reference };
    }

    // Right after a load the approximate search is slow until its graph is built.
    private async Task WaitUntilReadyAsync(string name)
    {
        for (var i = 0; i < MostPolls; i++)
        {
            if (await client.FindCollectionAsync(name, CancellationToken.None) is { Status: Ready }) return;
            await lease.RenewAsync(CancellationToken.None);
            await Task.Delay(PollPause, time, CancellationToken.None);
        }
    }
}
