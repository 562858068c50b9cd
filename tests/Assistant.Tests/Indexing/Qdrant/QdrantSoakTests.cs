using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Many passages and queries while the server keeps failing: nothing lost, nothing doubled, the same results.</summary>
/// <remarks>1,200 passages and 60 queries; with ASSISTANT_LONG=1 100,000 and 2,000. The oracle is the embedded index.</remarks>
public sealed class QdrantSoakTests : QdrantServerTest
{
    private const int Dimension = 32;
    private const int PassagesPerArticle = 50;
    private const int Vocabulary = 30_000;
    private const double FaultShare = 0.02;

    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Unavailable, FaultKind.CutAfterwards, FaultKind.Acknowledged, FaultKind.WaitTimeout, FaultKind.HalfJson,
        FaultKind.FailedAfterwards, FaultKind.BadGateway, FaultKind.TimedOut,
    ];

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("ASSISTANT_LONG") == "1";

    private readonly Random _random = new(20260801);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_while_the_server_keeps_failing()
    {
        var (articles, queries) = IsLong ? (2000, 2000) : (24, 60);
        var fingerprint = IndexFixtures.Fingerprint with { Dimension = Dimension };
        await using var index = await QdrantPassageIndex.OpenAsync(Options, fingerprint, TimeProvider.System, CancellationToken.None);
        var path = Path.Combine(Directory.CreateTempSubdirectory("assistant-soak-").FullName, "index.db");
        await using var oracle = await SqlitePassageIndex.OpenAsync(path, fingerprint, TimeProvider.System, CancellationToken.None);
        var faults = new Random(7);
        foreach (var kind in Kinds) Server.Inject(kind, (_, _) => faults.NextDouble() < FaultShare / Kinds.Length, times: int.MaxValue);

        for (var i = 0; i < articles; i++)
        {
            var article = Article(i);
            var passages = Embedded(article);
            await index.StoreAsync(article, [], passages, CancellationToken.None);
            await oracle.StoreAsync(article, [], passages, CancellationToken.None);
        }

        Assert.Equal(articles * PassagesPerArticle, Passages);
        Assert.Equal(await oracle.ComputeDigestAsync(CancellationToken.None), await index.ComputeDigestAsync(CancellationToken.None));
        for (var i = 0; i < queries; i++)
        {
            var query = new PassageQuery { Text = Words(1 + _random.Next(8)), Embedding = UnitVector() };
            var expected = (await oracle.SearchAsync(query, CancellationToken.None)).Candidates;
            var found = (await index.SearchAsync(query, CancellationToken.None)).Candidates;
            AssertSame(expected, found);
        }
    }

    // Cosines are sums of floats in another order: two that differ by less than 1e-5 may change places.
    private static void AssertSame(IReadOnlyList<RankedPassage> expected, IReadOnlyList<RankedPassage> found)
    {
        var byId = expected.ToDictionary(static one => one.PassageId);
        Assert.Equal(expected.Count(static one => one.DenseRank is not null), found.Count(static one => one.DenseRank is not null));
        Assert.Equal(expected.Where(static one => one.LexicalRank is not null).Select(static one => (one.PassageId, one.LexicalRank)), found.Where(static one => one.LexicalRank is not null).Select(static one => (one.PassageId, one.LexicalRank)));
        var lastDense = expected.Where(static one => one.DenseRank is not null).Min(static one => one.DenseScore);
        foreach (var one in found)
        {
            if (byId.TryGetValue(one.PassageId, out var same))
            {
                Assert.Equal(same.LexicalScore, one.LexicalScore, 1e-4);
                Assert.Equal(same.DenseScore, one.DenseScore, 1e-5);
            }
            else
            {
                Assert.Equal(lastDense, one.DenseScore, 1e-5);
            }
        }
    }

    private Article Article(int number) => IndexFixtures.Article(
        $"soak {number}", [.. Enumerable.Range(0, PassagesPerArticle).Select(i => $"p{i} {Words(60 + _random.Next(80))}")]);

    private IReadOnlyList<EmbeddedPassage> Embedded(Article article) =>
        [.. IndexFixtures.Passages(article).Select(one => one with { Embedding = UnitVector() })];

    // Zipf: the n-th word is about 1/n as frequent as the first.
    private string Words(int count) => string.Join(
        ' ', Enumerable.Range(0, count).Select(_ => $"z{(int)Math.Pow(Vocabulary, _random.NextDouble())}k"));

    private float[] UnitVector()
    {
        var vector = new float[Dimension];
        for (var i = 0; i < Dimension; i++) vector[i] = (float)(_random.NextDouble() - 0.5);
        var length = MathF.Sqrt(vector.Sum(static value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
