using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The contract server behaves as the notes on Qdrant say.</summary>
public sealed class ContractServerBehaviourTests : QdrantBehaviours
{
    private ContractServer? _server;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    private protected override async Task<(Uri Address, string? Key)> StartAsync()
    {
        _server = await ContractServer.StartAsync();
        return (_server.Address, null);
    }
}
