using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

internal static class QdrantFixtures
{
    /// <summary>Options whose search is exact, so that every result can be told beforehand.</summary>
    public static QdrantOptions Options(Uri address, string name, string? apiKey = null) => new()
    {
        Url = address.ToString(),
        ApiKey = apiKey,
        Exact = true,
        AttemptSeconds = 5,
        ReadSeconds = 10,
        WriteSeconds = 20,
        Collection = new QdrantCollectionOptions { Name = name },
    };
}
