using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>What every index must do, against a running Qdrant.</summary>
[NeedsQdrant(NeedsQdrantAttribute.Server)]
public sealed class QdrantServerIndexTests : PassageIndexContract
{
    private readonly Lazy<Core.Indexing.Qdrant.QdrantOptions> _options =
        new(static () => QdrantFixtures.ServerOptions(NeedsQdrantAttribute.Server));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await QdrantFixtures.RemoveAsync(_options.Value);
    }

    protected override async Task<IPassageIndex> OpenAsync() => await QdrantFixtures.OpenAsync(_options.Value);
}
