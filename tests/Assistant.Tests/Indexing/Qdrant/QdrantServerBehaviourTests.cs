namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>A running Qdrant behaves as the notes say, and so as the contract server does.</summary>
[NeedsQdrant(NeedsQdrantAttribute.Server)]
public sealed class QdrantServerBehaviourTests : QdrantBehaviours
{
    private protected override Task<(Uri Address, string? Key)> StartAsync() => Task.FromResult(
        (new Uri(Environment.GetEnvironmentVariable(NeedsQdrantAttribute.Server)!), Environment.GetEnvironmentVariable(NeedsQdrantAttribute.Key)));
}
