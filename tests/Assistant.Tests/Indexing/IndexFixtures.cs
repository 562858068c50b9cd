using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Assistant.Core;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

/// <summary>Articles and embeddings made from their own words, so that every test can tell what must come out.</summary>
internal static class IndexFixtures
{
    public const int Dimension = 24;

    public static IndexFingerprint Fingerprint { get; } = new()
    {
        Provider = "test",
        Model = "hashes",
        Dimension = Dimension,
        WeightsHash = "none",
        Cleaner = "none",
        Chunker = "paragraphs",
    };

    public static readonly DateTimeOffset IngestedAt = new(2020, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>An article whose passages are its paragraphs.</summary>
    public static Article Article(string key, params string[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs);
        return new Article
        {
            Id = ArticleKey.ToId(key),
            Revision = ArticleKey.ToRevision(text, "Title of " + key, "Source", null, null, null),
            Key = key,
            Title = "Title of " + key,
            Source = "Source",
            Language = "en",
            Text = text,
            ContentHash = ArticleKey.Hash(text),
            IngestedAt = IngestedAt,
        };
    }

    public static IReadOnlyList<EmbeddedPassage> Passages(Article article)
    {
        var passages = new List<EmbeddedPassage>();
        var start = 0;
        foreach (var paragraph in article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            start = article.Text.IndexOf(paragraph, start, StringComparison.Ordinal);
            var passage = new Passage
            {
                Id = PassageId(article, passages.Count),
                ArticleId = article.Id,
                Ordinal = passages.Count,
                Start = start,
                End = start + paragraph.Length,
                Text = paragraph,
            };
            passages.Add(new EmbeddedPassage(passage, Embed(paragraph)));
            start = passage.End;
        }

        return passages;
    }

    public static Guid PassageId(Article article, int ordinal) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Id} {article.Revision} {ordinal}")).AsSpan(0, 16));

    /// <summary>A unit vector that depends on every character.</summary>
    public static float[] Embed(string text)
    {
        var random = new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var vector = new float[Dimension];
        for (var i = 0; i < Dimension; i++)
            vector[i] = (float)(random.NextDouble() - 0.5);
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    public static PassageQuery Query(string text) => new() { Text = text, Embedding = Embed(text) };

    public static Task StoreAsync(this IPassageIndex index, Article article) =>
        index.StoreAsync(article, [], Passages(article), CancellationToken.None);

    public static async Task<IReadOnlyList<RankedPassage>> SearchAsync(this IPassageIndex index, string text) =>
        (await index.SearchAsync(Query(text), CancellationToken.None)).Candidates;
}
