using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>A test with a contract server of its own; fails when a request is not as the OpenAPI description says.</summary>
public abstract class QdrantServerTest : IAsyncLifetime
{
    private readonly List<QdrantPassageIndex> _opened = [];

    private protected ContractServer Server { get; private set; } = null!;

    private protected QdrantOptions Options { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Server = await ContractServer.StartAsync();
        Options = QdrantFixtures.Options(Server.Address, "test");
    }

    public async Task DisposeAsync()
    {
        foreach (var index in _opened) await index.DisposeAsync();
        var violations = Server.Violations.ToList();
        await Server.DisposeAsync();
        Assert.Empty(violations);
    }

    private protected async Task<QdrantPassageIndex> OpenAsync(QdrantOptions? options = null)
    {
        var index = await QdrantFixtures.OpenAsync(options ?? Options);
        _opened.Add(index);
        return index;
    }

    private protected int Passages => Server.State.Find("test-passages")!.Snapshot().Length;

    private protected static bool IsPassageWrite(string method, string path) =>
        method == "PUT" && path.EndsWith("-passages/points", StringComparison.Ordinal);

    private protected static bool IsSearch(string method, string path) =>
        method == "POST" && path.EndsWith("/query/batch", StringComparison.Ordinal);

    /// <summary>An article of so many passages.</summary>
    private protected static Core.Article Long(string key, int passages) =>
        IndexFixtures.Article(key, [.. Enumerable.Range(0, passages).Select(i => $"Passage {i} of {key}, with words w{i % 7} and v{i % 3}.")]);
}
