using Assistant.Core.Indexing;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>What every index must do, in Qdrant's form: against the contract server in this process.</summary>
public sealed class QdrantIndexContractTests : PassageIndexContract
{
    private ContractServer? _server;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is null) return;
        var violations = _server.Violations.ToList();
        await _server.DisposeAsync();
        Assert.Empty(violations);
    }

    protected override async Task<IPassageIndex> OpenAsync()
    {
        _server ??= await ContractServer.StartAsync();
        return await QdrantFixtures.OpenAsync(QdrantFixtures.Options(_server.Address, "contract"));
    }
}
