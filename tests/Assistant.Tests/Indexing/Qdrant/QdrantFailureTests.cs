using System.Diagnostics;
using Assistant.Core.Indexing;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>What becomes of a call when the server, the network or a proxy fails.</summary>
public sealed class QdrantFailureTests : QdrantServerTest
{
    [Theory]
    [InlineData("Unavailable")]
    [InlineData("BadGateway")]
    [InlineData("TimedOut")]
    [InlineData("HalfJson")]
    [InlineData("CutAfterwards")]
    public async Task A_read_is_repeated(string kind)
    {
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 3));
        Server.Inject(Enum.Parse<FaultKind>(kind), IsSearch, times: 2);

        Assert.Equal(3, (await index.SearchAsync("words")).Count);
    }

    [Theory]
    [InlineData("Acknowledged")]
    [InlineData("WaitTimeout")]
    [InlineData("CutAfterwards")]
    [InlineData("FailedAfterwards")]
    [InlineData("Unavailable")]
    [InlineData("HalfJson")]
    public async Task B24_A_write_is_repeated_until_it_is_applied(string kind)
    {
        var index = await OpenAsync();
        Server.Inject(Enum.Parse<FaultKind>(kind), static (method, path) => method == "PUT" && path.EndsWith("/points", StringComparison.Ordinal), times: 4);

        await index.StoreAsync(Long("one", 5));

        Assert.Equal(5, (await index.SearchAsync("words")).Count);
        Assert.Equal(5, Passages);
    }

    [Theory]
    [InlineData("ProxyTooLarge")]
    [InlineData("TimedOut")]
    public async Task A_batch_that_is_too_much_is_halved(string kind)
    {
        var index = await OpenAsync();
        Server.InjectBySize(Enum.Parse<FaultKind>(kind), static (method, path, bytes) => IsPassageWrite(method, path) && bytes > 20_000, times: 1000);

        await index.StoreAsync(Long("one", 150));

        Assert.Equal(150, Passages);
        Assert.True(Server.Requests.Count(static one => one.Path.Contains("-passages/points?", StringComparison.Ordinal)) > 4);
    }

    [Fact]
    public async Task A_batch_over_the_servers_limit_is_halved()
    {
        var index = await OpenAsync();
        Server.MostBytes = 40_000;

        await index.StoreAsync(Long("one", 100));

        Assert.Equal(100, Passages);
    }

    [Fact]
    public async Task B48_A_batch_without_an_answer_is_halved()
    {
        Options.AttemptSeconds = 0.3;
        var index = await OpenAsync();
        Server.InjectBySize(FaultKind.Silence, static (method, path, bytes) => IsPassageWrite(method, path) && bytes > 20_000, times: 1);

        await index.StoreAsync(Long("one", 100));

        Assert.Equal(100, Passages);
    }

    [Fact]
    public async Task B47_A_rate_limit_is_waited_for_as_long_as_the_server_says()
    {
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 1));
        Server.Inject(FaultKind.RateLimited, IsSearch);
        var began = Stopwatch.GetTimestamp();

        Assert.Single(await index.SearchAsync("words"));

        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData("TooCostly", "429")]
    [InlineData("OutOfRoom", "507")]
    [InlineData("NotFoundEmpty", "404")]
    public async Task B47_B52_What_will_not_get_better_is_not_repeated(string kind, string status)
    {
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 1));
        Server.Inject(Enum.Parse<FaultKind>(kind), IsSearch, times: 2);

        var error = await Assert.ThrowsAsync<IndexException>(() => index.SearchAsync("words"));

        Assert.Contains($"HTTP {status}", error.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests, static one => one.Path.Contains("query/batch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B2_A_failure_names_operation_and_collection_and_says_what_to_do_but_never_the_key()
    {
        const string key = "s3cret-key-0815";
        await using var server = await ContractServer.StartAsync(apiKey: "another");

        var error = await Assert.ThrowsAsync<IndexException>(
            () => QdrantFixtures.OpenAsync(QdrantFixtures.Options(server.Address, "mine", key)));

        Assert.Equal(IndexFailure.Unavailable, error.Failure);
        Assert.Contains("read collection 'mine-articles'", error.Message, StringComparison.Ordinal);
        Assert.Contains("401", error.Message, StringComparison.Ordinal);
        Assert.Contains("Qdrant:ApiKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B3_A_key_that_may_only_read_can_search_but_not_write()
    {
        await using var server = await ContractServer.StartAsync(apiKey: "all", readOnlyKey: "some");
        await using var writer = await QdrantFixtures.OpenAsync(QdrantFixtures.Options(server.Address, "mine", "all"));
        await writer.StoreAsync(Long("one", 2));
        await using var reader = await QdrantFixtures.OpenAsync(QdrantFixtures.Options(server.Address, "mine", "some"));

        Assert.Equal(2, (await reader.SearchAsync("words")).Count);
        var error = await Assert.ThrowsAsync<IndexException>(() => reader.StoreAsync(Long("two", 2)));

        Assert.Contains("403", error.Message, StringComparison.Ordinal);
        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_not_sent_by_plain_http_to_another_machine()
    {
        var options = QdrantFixtures.Options(new Uri("http://qdrant.example:6333"), "mine", "key");
        options.AllowPlainHttp = false;

        var error = await Assert.ThrowsAsync<IndexException>(() => QdrantFixtures.OpenAsync(options));

        Assert.Contains("AllowPlainHttp", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.15.4")]
    [InlineData("0.9.0")]
    [InlineData("unknown")]
    public async Task An_old_server_is_refused(string version)
    {
        await using var server = await ContractServer.StartAsync(version);

        var error = await Assert.ThrowsAsync<IndexException>(() => QdrantFixtures.OpenAsync(QdrantFixtures.Options(server.Address)));

        Assert.Contains(version, error.Message, StringComparison.Ordinal);
        Assert.Contains("1.16.0", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.State.Collections);
    }

    [Theory]
    [InlineData("1.16.0", false, "always_ram")]
    [InlineData("1.18.1", true, "always_ram")]
    [InlineData("1.19.0", true, "memory")]
    public async Task What_a_version_does_not_know_is_not_sent_to_it(string version, bool hasTimeout, string placement)
    {
        await using var server = await ContractServer.StartAsync(version);
        await using var index = await QdrantFixtures.OpenAsync(QdrantFixtures.Options(server.Address, "mine"));
        await index.StoreAsync(Long("one", 1));

        var write = Assert.Single(server.Requests, static one => one.Path.Contains("-passages/points?", StringComparison.Ordinal));
        Assert.Equal(hasTimeout, write.Path.Contains("timeout=", StringComparison.Ordinal));
        Assert.Contains("wait=true", write.Path, StringComparison.Ordinal);
        Assert.Contains(placement, server.State.Find("mine-passages")!.Config.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_again_and_again_is_left_alone_for_a_moment()
    {
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 1));
        Server.Inject(FaultKind.Unavailable, static (_, _) => true, times: 1000);
        IndexException? error = null;
        for (var i = 0; i < 30 && error?.Message.Contains("was not tried", StringComparison.Ordinal) != true; i++)
            error = await Assert.ThrowsAsync<IndexException>(() => index.SearchAsync("words"));

        Assert.Contains("was not tried", error!.Message, StringComparison.Ordinal);
        var before = Server.Requests.Count;
        await Assert.ThrowsAsync<IndexException>(() => index.SearchAsync("words"));
        Assert.Equal(before, Server.Requests.Count);
    }

    [Fact]
    public async Task The_next_node_is_asked_when_one_is_gone()
    {
        Options.Url = $"http://127.0.0.1:1 {Server.Address}";

        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 2));

        Assert.Equal(2, (await index.SearchAsync("words")).Count);
    }

    [Fact]
    public async Task A_question_ends_when_it_is_cancelled()
    {
        var index = await OpenAsync();
        await index.StoreAsync(Long("one", 1));
        Server.Inject(FaultKind.Silence, IsSearch);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => index.SearchAsync(IndexFixtures.Query("words"), cancellation.Token));
    }

    [Fact]
    public async Task Health_is_that_of_the_server_and_remembered_for_a_moment()
    {
        var time = new ManualTime();
        await using var index = await QdrantPassageIndex.OpenAsync(Options, IndexFixtures.Fingerprint, time, CancellationToken.None);

        Assert.True(await index.IsReadyAsync(CancellationToken.None));
        await Server.DisposeAsync();
        Assert.True(await index.IsReadyAsync(CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(await index.IsReadyAsync(CancellationToken.None));
    }

    [Fact]
    public void A_filter_cannot_be_empty()
    {
        Assert.Throws<ArgumentException>(static () => new PointFilter());
        Assert.Throws<ArgumentException>(static () => new PointFilter(new Condition()));
        Assert.Throws<ArgumentException>(static () => new PointFilter(new Condition { Key = "article_id" }));
        Assert.Throws<ArgumentException>(static () => new PointFilter(new Condition { Must = [] }));
    }
}
