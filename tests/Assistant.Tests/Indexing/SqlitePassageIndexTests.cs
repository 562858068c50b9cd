using System.Globalization;
using System.Text;
using Assistant.Core;
using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Indexing;

public sealed class SqlitePassageIndexTests : PassageIndexContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-index-").FullName;

    private string IndexPath => Path.Combine(_folder, "data", "index.db");

    protected override async Task<IPassageIndex> OpenAsync() => await OpenFileAsync(IndexPath);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Keeps_everything_in_the_file()
    {
        var article = IndexFixtures.Article("one", "First text.", "Second text.");
        await Index.StoreAsync(article);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);
        var found = await Index.SearchAsync("first text");
        await Index.DisposeAsync();

        var reopened = await OpenAgainAsync();

        Assert.Equal(digest, await reopened.ComputeDigestAsync(CancellationToken.None));
        Assert.Equal(found, await reopened.SearchAsync("first text"));
        Assert.Equal(article, await reopened.GetArticleAsync(article.Id, null, CancellationToken.None));
    }

    [Fact]
    public async Task Storing_the_same_revision_again_leaves_the_file_as_it_is()
    {
        var article = IndexFixtures.Article("one", "First text.", "Second text.");
        await Index.StoreAsync(article);
        await Index.DisposeAsync();
        var before = ReadFiles();

        var reopened = await OpenAgainAsync();
        await reopened.StoreAsync(article);
        await reopened.SearchAsync("first");
        await reopened.DisposeAsync();

        Assert.Equal(before, ReadFiles());
    }

    [Fact]
    public async Task Nothing_of_an_erased_article_stays_in_the_files()
    {
        var reader = await OpenAgainAsync();
        var articles = Enumerable.Range(0, 30).Select(LongArticle).ToList();
        foreach (var article in articles)
            await Index.StoreAsync(article, [new RemovedBlock($"dropped {article.Key}", "spam")], IndexFixtures.Passages(article), CancellationToken.None);
        await reader.SearchAsync("words");
        foreach (var article in articles.Where((_, i) => i % 3 == 0))
            await Index.RetireAsync(article.Id, CancellationToken.None);

        var erased = articles.Where((_, i) => i % 2 == 0).ToList();
        foreach (var article in erased)
            Assert.True(await Index.EraseAsync(article.Id, CancellationToken.None));

        var bytes = ReadFiles();
        foreach (var article in articles)
        {
            var expected = !erased.Contains(article);
            var name = Path.GetFileNameWithoutExtension(article.Key);
            Assert.All(
                [$"secret{name}x", $"unique{name}", $"dropped {article.Key}", article.Key],
                text => Assert.Equal(expected, Holds(bytes, text)));
            var vectors = IndexFixtures.Passages(article).Select(one => StoredVector.Write(one.Embedding.Span));
            Assert.All(vectors, vector => Assert.Equal(expected, bytes.AsSpan().IndexOf(vector) >= 0));
        }

        Assert.False(File.Exists(IndexPath + "-wal") && new FileInfo(IndexPath + "-wal").Length > 0);
    }

    [Fact]
    public async Task A_second_writer_is_told_who_the_first_is_and_may_write_after_it()
    {
        var second = await OpenAgainAsync();
        await Index.StoreAsync(IndexFixtures.Article("one", "Text."));

        var refused = await Assert.ThrowsAsync<IndexException>(
            () => second.StoreAsync(IndexFixtures.Article("two", "Text.")));

        Assert.Equal(IndexFailure.OtherWriter, refused.Failure);
        Assert.Contains(
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        await second.StoreAsync(IndexFixtures.Article("one", "Text."));
        Assert.Single(await second.SearchAsync("text"));

        await Index.DisposeAsync();
        await second.StoreAsync(IndexFixtures.Article("two", "Text."));
        Assert.Equal(2, (await second.SearchAsync("text")).Count);
    }

    [Fact]
    public async Task A_store_that_fails_half_way_leaves_the_last_commit()
    {
        var first = IndexFixtures.Article("one", "First text.");
        await Index.StoreAsync(first);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);
        var second = IndexFixtures.Article("two", "A.", "B.", "C.");
        var clashing = IndexFixtures.Passages(second).Select((one, i) => i < 2 ? one : one with
        {
            Passage = one.Passage with { Id = IndexFixtures.PassageId(first, 0) },
        });

        await Assert.ThrowsAsync<IndexException>(() => Index.StoreAsync(second, [], [.. clashing], CancellationToken.None));

        Assert.Equal(digest, await Index.ComputeDigestAsync(CancellationToken.None));
        Assert.Null(await Index.FindAsync(second.Id, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_not_committed_when_the_process_died_is_not_there()
    {
        await Index.StoreAsync(IndexFixtures.Article("one", "First text."));
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);
        var copy = Path.Combine(_folder, "after-kill", "index.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await using (var connection = new SqliteConnection($"Data Source={IndexPath};Pooling=False"))
        {
            await connection.OpenAsync();
            connection.Execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM passages;");
            connection.Execute("CREATE TABLE large AS SELECT randomblob(1000000) AS bytes");
            foreach (var suffix in new[] { "", "-wal" })
                await File.WriteAllBytesAsync(copy + suffix, ReadShared(IndexPath + suffix));
            connection.Execute("ROLLBACK");
        }

        await using var reopened = await OpenFileAsync(copy);

        Assert.Equal(digest, await reopened.ComputeDigestAsync(CancellationToken.None));
        Assert.Single(await reopened.SearchAsync("first text"));
    }

    // Words, stems, title and embeddings that no other article has; long enough for pages of its own.
    private static Article LongArticle(int number)
    {
        var key = $"n{number}q";
        var filler = string.Join(' ', Enumerable.Range(0, 100 * number).Select(i => $"w{i % 97}"));
        return IndexFixtures.Article(key, $"secret{key}x words {filler}", $"unique{key}ing words", filler + key) with
        {
            Key = $"/home/somebody/{key}.txt",
        };
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, string text) => bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private byte[] ReadFiles() =>
        [.. Directory.GetFiles(Path.GetDirectoryName(IndexPath)!, "index.db*")
            .Where(path => path.EndsWith(".db", StringComparison.Ordinal) || path.EndsWith("-wal", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(ReadShared)];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static Task<SqlitePassageIndex> OpenFileAsync(string path) =>
        SqlitePassageIndex.OpenAsync(path, IndexFixtures.Fingerprint, TimeProvider.System, CancellationToken.None);
}
