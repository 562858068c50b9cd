using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Changes that break off, writers that meet, collections that are replaced.</summary>
public sealed class QdrantChangesTests : QdrantServerTest
{
    [Fact]
    public async Task A_change_that_broke_off_is_not_seen_and_cleaned_up_by_the_next()
    {
        var index = await OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("kept", "A herring swims.", "The tower stands."));
        var before = await index.SearchAsync("herring");
        var digest = await index.ComputeDigestAsync(CancellationToken.None);
        // The passages are written, the record that names them is not.
        Server.Inject(FaultKind.OutOfRoom, WritesArticleAfterPassages());

        await Assert.ThrowsAsync<IndexException>(() => index.StoreAsync(IndexFixtures.Article("lost", "Herring herring.")));

        Assert.Equal(3, Passages);
        Assert.Equal(before.Select(static one => one.PassageId), (await index.SearchAsync("herring")).Select(static one => one.PassageId));
        Assert.Equal(digest, await index.ComputeDigestAsync(CancellationToken.None));
        Assert.Null(await index.FindAsync(ArticleKey.ToId("lost"), CancellationToken.None));

        var other = await OpenAsync();
        await other.RetireAsync(ArticleKey.ToId("nothing"), CancellationToken.None);
        await other.StoreAsync(IndexFixtures.Article("kept", "A herring swims.", "The tower stands.") with { Revision = "again" });

        Assert.Equal(2, Passages);
        Assert.Equal(
            before.Select(static one => one.LexicalScore).Order(),
            (await other.SearchAsync("herring")).Select(static one => one.LexicalScore).Order());
    }

    [Fact]
    public async Task A_failed_store_succeeds_when_repeated()
    {
        var index = await OpenAsync();
        var article = Long("one", 300);
        Server.Inject(FaultKind.OutOfRoom, IsPassageWrite, times: 1);
        await Assert.ThrowsAnyAsync<Exception>(() => index.StoreAsync(article));

        await index.StoreAsync(article);

        Assert.Equal(300, Passages);
        Assert.Equal(300, Assert.Single(await index.ListArticlesAsync(CancellationToken.None)).PassageCount);
    }

    [Fact]
    public async Task Two_writers_take_turns_and_lose_nothing()
    {
        QdrantPassageIndex[] writers = [await OpenAsync(), await OpenAsync(), await OpenAsync()];
        await Task.WhenAll(writers.Select((writer, number) => Task.Run(async () =>
        {
            for (var i = 0; i < 8; i++) await writer.StoreAsync(Long($"{number}/{i % 6}/{(i < 6 ? "a" : "b")}", 2));
        })));

        await using var embedded = await EmbeddedAsync();
        foreach (var number in Enumerable.Range(0, 3))
            for (var i = 0; i < 8; i++) await embedded.StoreAsync(Long($"{number}/{i % 6}/{(i < 6 ? "a" : "b")}", 2));
        Assert.Equal(
            await embedded.ComputeDigestAsync(CancellationToken.None), await writers[0].ComputeDigestAsync(CancellationToken.None));
        var expected = await embedded.SearchAsync("words w1 v0");
        var found = await writers[1].SearchAsync("words w1 v0");
        Assert.Equal(expected.Select(WithoutCosine), found.Select(WithoutCosine));
    }

    [Fact]
    public async Task A_writer_that_does_not_come_to_an_end_is_named()
    {
        Options.WriteSeconds = 0.5;
        Options.AttemptSeconds = 0.5;
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 1));
        var statistics = Server.State.Find("test-articles")!.Snapshot().Single(static one => one.Payload.GetRawText().Contains("\"statistics\"", StringComparison.Ordinal));
        var busy = statistics.Payload.GetRawText().Replace("\"is_writing\":false", "\"is_writing\":true,\"writing_until\":\"2999-01-01T00:00:00.0000000Z\",\"writing_article\":\"x\"", StringComparison.Ordinal)
            .Replace(Environment.MachineName + "/", "elsewhere/", StringComparison.Ordinal);
        Server.State.Find("test-articles")!.Upsert([statistics with { Payload = System.Text.Json.JsonDocument.Parse(busy).RootElement }], null);

        var error = await Assert.ThrowsAsync<IndexException>(() => index.StoreAsync(Long("two", 1)));

        Assert.Equal(IndexFailure.OtherWriter, error.Failure);
        Assert.Contains("on elsewhere", error.Message, StringComparison.Ordinal);
        Assert.Single(await index.SearchAsync("words"));
    }

    [Fact]
    public async Task B50_A_server_that_restarts_in_the_middle_loses_and_doubles_nothing()
    {
        var server = await ContractServer.StartAsync();
        var options = QdrantFixtures.Options(server.Address, "test");
        await using var index = await QdrantFixtures.OpenAsync(options);
        var articles = Enumerable.Range(0, 40).Select(static i => Long($"{i}", 3)).ToList();
        var writing = Task.Run(async () =>
        {
            foreach (var article in articles) await index.StoreAsync(article);
        });
        while (server.State.Find("test-passages")!.Snapshot().Length < 30) await Task.Delay(2);

        var (port, state) = (server.Address.Port, server.State);
        await server.DisposeAsync();
        await Task.Delay(300);
        await using var restarted = await ContractServer.StartAsync(state: state, port: port);
        await writing;

        Assert.Equal(120, state.Find("test-passages")!.Snapshot().Length);
        await using var embedded = await EmbeddedAsync();
        foreach (var article in articles) await embedded.StoreAsync(article);
        Assert.Equal(await embedded.ComputeDigestAsync(CancellationToken.None), await index.ComputeDigestAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Re_indexing_switches_without_a_moment_of_missing_answers()
    {
        var index = await OpenAsync();
        for (var i = 0; i < 20; i++) await index.StoreAsync(Long($"{i}", 3));
        Options.AttemptSeconds = 0.5;
        var reindexed = await OpenAsync();
        var expected = await index.SearchAsync("passage words w1");
        var work = reindexed.ReindexAsync(null, CancellationToken.None);
        var searches = 0;
        while (!work.IsCompleted || searches < 5)
        {
            Assert.Equal(expected, await index.SearchAsync("passage words w1"));
            searches++;
        }

        await work;
        Assert.Equal("test-passages-2", Server.State.Aliases["test-passages"]);
        Assert.Equal(["test-articles", "test-passages-2"], Server.State.Collections.Keys.Order(StringComparer.Ordinal));
        await index.StoreAsync(Long("another", 1));
        Assert.Equal(61, Passages);
    }

    [Fact]
    public async Task A_very_long_article_is_kept_in_parts()
    {
        var index = await OpenAsync();
        var article = IndexFixtures.Article("long", [.. Enumerable.Range(0, 400).Select(i => $"{i} " + string.Concat(Enumerable.Repeat("\U0001F600x", 500)))]);
        var removed = Enumerable.Range(0, 300).Select(static i => new RemovedBlock(new string('y', 1000), $"reason {i}")).ToList();

        await index.StoreAsync(article, removed, IndexFixtures.Passages(article), CancellationToken.None);

        Assert.Equal(article, await index.GetArticleAsync(article.Id, null, CancellationToken.None));
        Assert.Equal(removed, await index.GetRemovedAsync(article.Id, null, CancellationToken.None));
        var stored = await index.ReadRevisionAsync(article.Id, article.Revision, CancellationToken.None);
        Assert.Equal(
            IndexFixtures.Passages(article).Select(static one => (one.Passage, Vector: string.Join(' ', one.Embedding.ToArray()))),
            stored!.Passages.Select(static one => (one.Passage, Vector: string.Join(' ', one.Embedding.ToArray()))));
        Assert.All(Server.Requests, static one => Assert.True(one.Length < 5 * 1024 * 1024));
        Assert.True(await index.EraseAsync(article.Id, CancellationToken.None));
        Assert.Equal(2, Server.State.Find("test-articles")!.Snapshot().Length);
    }

    [Fact]
    public async Task Another_model_is_refused_and_told_apart()
    {
        await OpenAsync();

        var error = await Assert.ThrowsAsync<IndexException>(() => QdrantPassageIndex.OpenAsync(
            Options, IndexFixtures.Fingerprint with { Model = "another" }, TimeProvider.System, CancellationToken.None));

        Assert.Equal(IndexFailure.FingerprintMismatch, error.Failure);
        Assert.Contains("model (index: 'hashes', this program: 'another')", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_of_another_program_is_left_alone()
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        using var body = new StringContent("""{"vectors":{}}""", System.Text.Encoding.UTF8, "application/json");
        using var created = await http.PutAsync(new Uri("/collections/test-articles", UriKind.Relative), body);

        var error = await Assert.ThrowsAsync<IndexException>(() => OpenAsync());

        Assert.True(created.IsSuccessStatusCode);
        Assert.Equal(IndexFailure.NotAnIndex, error.Failure);
    }

    internal static async Task<SqlitePassageIndex> EmbeddedAsync() => await SqlitePassageIndex.OpenAsync(
        Path.Combine(Directory.CreateTempSubdirectory("assistant-embedded-").FullName, "index.db"),
        IndexFixtures.Fingerprint,
        TimeProvider.System,
        CancellationToken.None);

    // Cosines differ in the last bits between two ways to add.
    private static RankedPassage WithoutCosine(RankedPassage passage) => passage with { DenseScore = 0 };

    private static Func<string, string, bool> WritesArticleAfterPassages()
    {
        var hasPassages = false;
        return (method, path) =>
        {
            hasPassages |= IsPassageWrite(method, path);
            return hasPassages && method == "PUT" && path.EndsWith("-articles/points", StringComparison.Ordinal);
        };
    }
}
