using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The contract server has no graph: an approximate search finds all, and the test of the real one is tested.</summary>
public sealed class ContractServerOverlapTests : QdrantOverlap
{
    private ContractServer? _server;

    protected override int Dimension => 16;

    protected override int Articles => 6;

    protected override int Queries => 5;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    private protected override async Task<QdrantOptions> StartAsync()
    {
        _server = await ContractServer.StartAsync();
        return QdrantFixtures.Options(_server.Address);
    }
}
