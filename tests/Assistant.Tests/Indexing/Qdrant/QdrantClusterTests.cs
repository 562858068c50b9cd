using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>What only a cluster can show. Nodes are not stopped: that needs hands beside the REST interface.</summary>
[NeedsQdrant(NeedsQdrantAttribute.Cluster)]
public sealed class QdrantClusterTests : IAsyncLifetime
{
    private readonly Lazy<QdrantOptions> _options = new(static () =>
    {
        var options = QdrantFixtures.ServerOptions(NeedsQdrantAttribute.Cluster);
        options.Collection.Shards = 3;
        options.Collection.Replicas = 2;
        return options;
    });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => QdrantFixtures.RemoveAsync(_options.Value);

    [ContractFact]
    public async Task Every_node_finds_what_was_written_through_one()
    {
        await using var writer = await QdrantFixtures.OpenAsync(_options.Value);
        for (var i = 0; i < 20; i++) await writer.StoreAsync(IndexFixtures.Article($"{i}", $"Herring {i}.", "The tower stands."));
        var digest = await writer.ComputeDigestAsync(CancellationToken.None);

        foreach (var url in _options.Value.Url.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var options = QdrantFixtures.Options(new Uri(url), _options.Value.Collection.Name, _options.Value.ApiKey);
            await using var reader = await QdrantFixtures.OpenAsync(options);
            Assert.Equal(digest, await reader.ComputeDigestAsync(CancellationToken.None));
            Assert.Equal(40, (await reader.SearchAsync("herring tower")).Count);
        }
    }
}
