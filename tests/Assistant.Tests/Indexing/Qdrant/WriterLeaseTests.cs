using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

public sealed class WriterLeaseTests : QdrantServerTest
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_writer_that_slept_past_its_lease_does_not_go_on_beside_the_one_that_took_over()
    {
        await OpenAsync();
        using var client = await QdrantClient.ConnectAsync(Options, _time, CancellationToken.None);
        var (sleeper, other) = (Lease(client), Lease(client));
        await sleeper.BeginAsync("one", CancellationToken.None);
        _time.Advance(Duration * 2);

        var grant = await other.BeginAsync("two", CancellationToken.None);
        var error = await Assert.ThrowsAsync<IndexException>(() => sleeper.RenewAsync(CancellationToken.None));
        await sleeper.CompleteAsync(grant.Totals with { Passages = 99 }, CancellationToken.None);

        Assert.Equal("one", grant.Unfinished);
        Assert.Equal(IndexFailure.OtherWriter, error.Failure);
        Assert.Equal(0, (await other.ReadAsync(CancellationToken.None)).Passages);
        await other.CompleteAsync(grant.Totals with { Passages = 7 }, CancellationToken.None);
        Assert.Equal(7, (await other.ReadAsync(CancellationToken.None)).Passages);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_does_not_run_out()
    {
        await OpenAsync();
        using var client = await QdrantClient.ConnectAsync(Options, _time, CancellationToken.None);
        var (worker, other) = (Lease(client), Lease(client));
        var grant = await worker.BeginAsync("one", CancellationToken.None);
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(Duration * 0.9);
            await worker.RenewAsync(CancellationToken.None);
        }

        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.BeginAsync("two", soon.Token));
        await worker.CompleteAsync(grant.Totals with { Passages = 3 }, CancellationToken.None);

        Assert.Null((await other.BeginAsync("two", CancellationToken.None)).Unfinished);
    }

    private WriterLease Lease(QdrantClient client) =>
        new(client, new QdrantCollections(client, Options.Collection, IndexFixtures.Fingerprint), _time, Duration);
}
