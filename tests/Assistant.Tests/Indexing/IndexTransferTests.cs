using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Tests.Indexing.Qdrant;

namespace Assistant.Tests.Indexing;

public sealed class IndexTransferTests : QdrantServerTest
{
    private SqlitePassageIndex _embedded = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _embedded = await QdrantChangesTests.EmbeddedAsync();
    }

    [Fact]
    public async Task Copies_revisions_embeddings_and_tombstones_and_finds_both_the_same()
    {
        await FillAsync();
        var target = await OpenAsync();

        var result = await new IndexTransfer(_embedded, target).RunAsync(null, CancellationToken.None);

        Assert.True(result.IsVerified);
        Assert.Equal((7, 7, (7, 7)), (result.Articles, result.Copied, result.Revisions));
        Assert.True((await target.FindAsync(ArticleKey.ToId("erased"), CancellationToken.None))!.IsErased);
        Assert.Equal(new ArticleState(ArticleKey.ToId("retired"), null, false), await target.FindAsync(ArticleKey.ToId("retired"), CancellationToken.None));
        Assert.Equal(
            await _embedded.ListSourcesAsync(CancellationToken.None), await target.ListSourcesAsync(CancellationToken.None));
        Assert.Equal(
            await _embedded.ListArticlesAsync(CancellationToken.None), await target.ListArticlesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Copies_back()
    {
        await FillAsync();
        var qdrant = await OpenAsync();
        await new IndexTransfer(_embedded, qdrant).RunAsync(null, CancellationToken.None);
        await using var back = await QdrantChangesTests.EmbeddedAsync();

        var result = await new IndexTransfer(qdrant, back).RunAsync(null, CancellationToken.None);

        Assert.True(result.IsVerified);
        Assert.Equal(await _embedded.ComputeDigestAsync(CancellationToken.None), await back.ComputeDigestAsync(CancellationToken.None));
        Assert.Equal(await _embedded.SearchAsync("passage words"), await back.SearchAsync("passage words"));
    }

    [Fact]
    public async Task Goes_on_where_it_was_interrupted()
    {
        await FillAsync();
        var target = await OpenAsync();
        using var cancellation = new CancellationTokenSource();
        var interrupted = new IndexTransfer(_embedded, target).RunAsync(new StopAfter(3, cancellation), cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => interrupted);

        var result = await new IndexTransfer(_embedded, target).RunAsync(null, CancellationToken.None);

        Assert.True(result.IsVerified);
        Assert.Equal(4, result.Copied);
        Assert.Equal(0, (await new IndexTransfer(_embedded, target).RunAsync(null, CancellationToken.None)).Copied);
    }

    [Fact]
    public async Task Says_so_when_the_target_holds_something_else()
    {
        await FillAsync();
        var target = await OpenAsync();
        await target.StoreAsync(IndexFixtures.Article("foreign", "Text."));

        Assert.False((await new IndexTransfer(_embedded, target).RunAsync(null, CancellationToken.None)).IsVerified);
    }

    [Fact]
    public async Task An_empty_index_is_copied_as_such()
    {
        var result = await new IndexTransfer(_embedded, await OpenAsync()).RunAsync(null, CancellationToken.None);

        Assert.True(result.IsVerified);
        Assert.Equal(0, result.Articles);
    }

    private async Task FillAsync()
    {
        for (var i = 0; i < 4; i++) await _embedded.StoreAsync(Long($"{i}", 3));
        await _embedded.StoreAsync(IndexFixtures.Article("revised", "Old."));
        await _embedded.StoreAsync(IndexFixtures.Article("revised", "New."), [new RemovedBlock("Share", "navigation")], [.. IndexFixtures.Passages(IndexFixtures.Article("revised", "New."))], CancellationToken.None);
        await _embedded.TrackAsync([new TrackedSource("/articles/0.txt", ArticleKey.ToId("0"), "articles", "0.txt", "tag")], [], CancellationToken.None);
        await _embedded.StoreAsync(IndexFixtures.Article("retired", "Gone."));
        await _embedded.RetireAsync(ArticleKey.ToId("retired"), CancellationToken.None);
        await _embedded.StoreAsync(IndexFixtures.Article("erased", "Secret."));
        await _embedded.EraseAsync(ArticleKey.ToId("erased"), CancellationToken.None);
    }

    private sealed class StopAfter(int articles, CancellationTokenSource cancellation) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value.Done == articles) cancellation.Cancel();
        }
    }
}
