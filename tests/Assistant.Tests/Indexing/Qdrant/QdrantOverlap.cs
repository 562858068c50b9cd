using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>How much of an exact search's result the approximate one finds: the same test for either server.</summary>
/// <remarks>Vectors lie around centres, as those of texts do. A real server needs about 14,000 of 384 values before it builds its graph.</remarks>
public abstract class QdrantOverlap : IAsyncLifetime
{
    private const int ListLength = 50;
    private const int PassagesPerArticle = 50;
    private const int Centres = 200;
    private const double LeastOverlap = 0.98;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Random _random = new(20260802);
    private QdrantOptions _options = null!;
    private float[][] _centres = null!;

    /// <summary>Length of a vector.</summary>
    protected abstract int Dimension { get; }

    /// <summary>Articles of 50 passages each.</summary>
    protected abstract int Articles { get; }

    /// <summary>Searches that are compared.</summary>
    protected abstract int Queries { get; }

    private protected abstract Task<QdrantOptions> StartAsync();

    public async Task InitializeAsync() => _options = await StartAsync();

    public virtual Task DisposeAsync() => QdrantFixtures.RemoveAsync(_options);

    [ContractFact]
    public async Task An_approximate_search_finds_the_best_fifty_of_the_exact_one()
    {
        _centres = [.. Enumerable.Range(0, Centres).Select(_ => Vector([]))];
        await using var exact = await OpenAsync(isExact: true);
        for (var i = 0; i < Articles; i++)
        {
            var article = IndexFixtures.Article($"overlap {i}", [.. Enumerable.Range(0, PassagesPerArticle).Select(static n => $"Passage {n}.")]);
            await exact.StoreAsync(
                article, [], [.. IndexFixtures.Passages(article).Select(one => one with { Embedding = NearACentre() })], CancellationToken.None);
        }

        await WaitForGraphAsync();
        await using var approximate = await OpenAsync(isExact: false);
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var query = new PassageQuery { Text = "passage", Embedding = NearACentre(), DenseCount = ListLength, LexicalCount = 1 };
            var expected = await DenseAsync(exact, query);
            Assert.Equal(ListLength, expected.Count);
            found += (await DenseAsync(approximate, query)).Count(expected.Contains);
        }

        Assert.InRange(found / (double)(Queries * ListLength), LeastOverlap, 1);
    }

    private static async Task<HashSet<Guid>> DenseAsync(QdrantPassageIndex index, PassageQuery query) =>
        [.. (await index.SearchAsync(query, CancellationToken.None)).Candidates.Where(static one => one.DenseRank is not null).Select(static one => one.PassageId)];

    private Task<QdrantPassageIndex> OpenAsync(bool isExact)
    {
        var options = QdrantFixtures.Options(new Uri(_options.Url), _options.Collection.Name, _options.ApiKey);
        options.Exact = isExact;
        return QdrantPassageIndex.OpenAsync(
            options, IndexFixtures.Fingerprint with { Dimension = Dimension }, TimeProvider.System, CancellationToken.None);
    }

    /// <summary>A server is green when it has built what it builds in the background.</summary>
    private async Task WaitForGraphAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = await QdrantClient.ConnectAsync(_options, TimeProvider.System, limit.Token);
        var passages = (await client.ListCollectionsAsync(limit.Token)).Single(name => name.StartsWith($"{_options.Collection.Name}-passages", StringComparison.Ordinal));
        while ((await client.FindCollectionAsync(passages, limit.Token))?.Status != "green") await Task.Delay(TimeSpan.FromSeconds(1), limit.Token);
    }

    private float[] NearACentre() => Vector(_centres[_random.Next(Centres)]);

    /// <summary>A unit vector: the centre, if any, and as much chance.</summary>
    private float[] Vector(float[] centre)
    {
        var vector = new float[Dimension];
        var scale = MathF.Sqrt(12f / Dimension);
        for (var i = 0; i < Dimension; i++) vector[i] = (scale * (_random.NextSingle() - 0.5f)) + (centre.Length > 0 ? centre[i] : 0);
        var length = MathF.Sqrt(vector.Sum(static value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
