using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

internal static class QdrantFixtures
{
    private static int _names;

    /// <summary>Options whose search is exact, so that every result can be told beforehand.</summary>
    public static QdrantOptions Options(Uri address, string? name = null, string? apiKey = null) => new()
    {
        Url = address.ToString(),
        ApiKey = apiKey,
        AllowPlainHttp = true,
        Exact = true,
        AttemptSeconds = 5,
        ReadSeconds = 10,
        WriteSeconds = 30,
        Collection = new QdrantCollectionOptions { Name = name ?? NextName() },
    };

    /// <summary>The server that the environment names.</summary>
    public static QdrantOptions ServerOptions(string variable) =>
        Options(new Uri("http://127.0.0.1"), null, Environment.GetEnvironmentVariable(NeedsQdrantAttribute.Key)).At(Environment.GetEnvironmentVariable(variable)!);

    public static Task<QdrantPassageIndex> OpenAsync(QdrantOptions options) =>
        QdrantPassageIndex.OpenAsync(options, IndexFixtures.Fingerprint, TimeProvider.System, CancellationToken.None);

    /// <summary>Removes what a test left on a server that goes on.</summary>
    public static async Task RemoveAsync(QdrantOptions options)
    {
        using var client = await QdrantClient.ConnectAsync(options, TimeProvider.System, CancellationToken.None);
        var prefix = $"{options.Collection.Name}-";
        var left = (await client.ListCollectionsAsync(CancellationToken.None)).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        foreach (var name in left) await client.DeleteCollectionAsync(name, CancellationToken.None);
    }

    public static string NextName() => $"test-{Environment.ProcessId}-{Interlocked.Increment(ref _names)}";

    private static QdrantOptions At(this QdrantOptions options, string url)
    {
        options.Url = url;
        return options;
    }
}
