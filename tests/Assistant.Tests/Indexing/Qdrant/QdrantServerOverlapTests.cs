using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>A running Qdrant, with its graph and the int8 copy, finds nearly all that an exact search finds.</summary>
[NeedsQdrant(NeedsQdrantAttribute.Server)]
public sealed class QdrantServerOverlapTests : QdrantOverlap
{
    protected override int Dimension => 384;

    protected override int Articles => 400;

    protected override int Queries => 200;

    private protected override Task<QdrantOptions> StartAsync() => Task.FromResult(QdrantFixtures.ServerOptions(NeedsQdrantAttribute.Server));
}
