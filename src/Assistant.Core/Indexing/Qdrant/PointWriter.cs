namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Writes many points: batches, four at once, halved when the server or a proxy cannot take one.</summary>
/// <remarks>Thread-safe. After a failure any part of the points may be there: the same call again completes it.</remarks>
internal sealed class PointWriter(QdrantClient client)
{
    private const int MostInFlight = 4;

    /// <param name="collection">Where.</param>
    /// <param name="points">Each as JSON; made only as fast as they are written.</param>
    /// <param name="renew">Called before each batch.</param>
    /// <param name="cancellationToken">Stops between and inside batches.</param>
    public Task WriteAsync(
        string collection, IEnumerable<byte[]> points, Func<CancellationToken, Task> renew, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            PointBatches.Cut(points),
            new ParallelOptions { MaxDegreeOfParallelism = MostInFlight, CancellationToken = cancellationToken },
            async (batch, token) =>
            {
                await renew(token);
                await WriteBatchAsync(collection, batch, token);
            });

    private async Task WriteBatchAsync(string collection, IReadOnlyList<byte[]> batch, CancellationToken cancellationToken)
    {
        var isWritten = await client.UpsertAsync(collection, PointBatches.ToBody(batch), batch.Count > 1, cancellationToken);
        if (isWritten) return;
        var half = batch.Count / 2;
        await WriteBatchAsync(collection, [.. batch.Take(half)], cancellationToken);
        await WriteBatchAsync(collection, [.. batch.Skip(half)], cancellationToken);
    }
}
