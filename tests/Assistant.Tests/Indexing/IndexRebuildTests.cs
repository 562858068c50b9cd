using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;
using Assistant.Tests.Ingestion;

namespace Assistant.Tests.Indexing;

public sealed class IndexRebuildTests : IAsyncLifetime
{
    private static readonly IndexFingerprint Newer = IndexFixtures.Fingerprint with { Model = "newer", Dimension = 2, Chunker = Chunker.Version };

    private IndexFolder _folder = null!;

    public async Task InitializeAsync() => _folder = await IndexFolder.CreateAsync();

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Leads_out_of_a_mismatch_and_keeps_texts_revisions_and_tombstones()
    {
        var older = IndexFixtures.Article("one", "An older text.", "With two passages.");

        var result = await RebuildAsync(Newer, new CountingEmbedder());

        Assert.Equal(new IndexRebuildResult(result.Passages, result.Passages, true), result);
        Assert.Equal((2, 3, result.Passages), Counts(_folder.Check()));
        Assert.Empty(_folder.Check().Findings);
        Assert.Equal(["index.db", "index.db.lock", "index.db.writer"], Files());
        await using var index = await OpenAsync(Newer);
        Assert.Equal(older, await index.GetArticleAsync(older.Id, older.Revision, CancellationToken.None));
        Assert.True((await index.FindAsync(IndexFixtures.Article("three").Id, CancellationToken.None))!.IsErased);
        var found = await index.SearchAsync(new PassageQuery { Text = "older herring", Embedding = new float[] { 1, 0 } }, CancellationToken.None);
        Assert.Contains(found.Candidates, passage => passage.Text.Contains("herring", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Candidates, passage => passage.Text.Contains("older", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rebuilding_what_was_built_alike_changes_nothing()
    {
        await RebuildAsync(Newer, new CountingEmbedder());
        var digest = _folder.Check().Digest;

        await RebuildAsync(Newer, new CountingEmbedder());

        Assert.Equal(digest, _folder.Check().Digest);
    }

    [Fact]
    public async Task Heals_passages_that_were_damaged()
    {
        await RebuildAsync(Newer, new CountingEmbedder());
        var digest = _folder.Check().Digest;
        _folder.Change("UPDATE passages SET text_end = text_end - 1, embedding = x'00'; DELETE FROM terms WHERE number % 2 = 0");

        await RebuildAsync(Newer, new CountingEmbedder());

        Assert.Equal(digest, _folder.Check().Digest);
    }

    [Fact]
    public async Task Says_when_the_texts_were_cleaned_by_another_version()
    {
        Assert.False((await RebuildAsync(Newer with { Cleaner = "newer" }, new CountingEmbedder())).IsCleanedAlike);
    }

    [Fact]
    public async Task Stopped_half_way_the_old_one_serves_and_the_next_run_goes_on()
    {
        await AddArticlesAsync(60);
        var before = _folder.Check();
        var undisturbed = await RebuildCopyAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => RebuildAsync(Newer, new CountingEmbedder { BatchesBeforeCancellation = 1 }));

        Assert.Equal(before.Digest, _folder.Check().Digest);
        Assert.NotEmpty(await SearchOldAsync());
        var resumed = await RebuildAsync(Newer, new CountingEmbedder());
        Assert.InRange(resumed.Embedded, 1, resumed.Passages - 30);
        Assert.Equal(undisturbed, _folder.Check().Digest);
    }

    [Fact]
    public async Task What_another_model_staged_is_not_used()
    {
        await AddArticlesAsync(60);
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => RebuildAsync(Newer with { Model = "yet another" }, new CountingEmbedder { BatchesBeforeCancellation = 1 }));

        var result = await RebuildAsync(Newer, new CountingEmbedder());

        Assert.Equal(result.Passages, result.Embedded);
    }

    [Fact]
    public async Task Erasing_an_article_erases_what_was_staged_of_it()
    {
        await AddArticlesAsync(60);
        await Assert.ThrowsAsync<OperationCanceledException>(() => RebuildAsync(Newer, new CountingEmbedder { BatchesBeforeCancellation = 1 }));
        Assert.Contains("index.db.rebuild", Files());

        await using var index = await _folder.OpenAsync();
        await index.EraseAsync(IndexFixtures.Article("one").Id, CancellationToken.None);

        Assert.DoesNotContain(Files(), file => file.Contains("rebuild", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_has_the_index_open_never_mixes_two_models()
    {
        await using var open = await _folder.OpenAsync();
        Assert.NotEmpty(await open.SearchAsync("herring"));

        await RebuildAsync(Newer, new CountingEmbedder());

        var search = await Assert.ThrowsAsync<IndexException>(() => open.SearchAsync("herring"));
        var store = await Assert.ThrowsAsync<IndexException>(() => open.StoreAsync(IndexFixtures.Article("four", "Text.")));
        Assert.Equal([IndexFailure.FingerprintMismatch, IndexFailure.FingerprintMismatch], [search.Failure, store.Failure]);
        await RebuildAsync(Newer, new CountingEmbedder());
    }

    [Fact]
    public async Task One_that_has_the_index_open_sees_what_was_rebuilt()
    {
        await RebuildAsync(Newer, new CountingEmbedder());
        var query = new PassageQuery { Text = "herring", Embedding = new float[] { 1, 0 } };
        await using var open = await OpenAsync(Newer);
        var before = await open.SearchAsync(query, CancellationToken.None);
        _folder.Change("UPDATE passages SET term_count = term_count + 9");

        await RebuildAsync(Newer, new CountingEmbedder());

        Assert.Equal(before.Candidates, (await open.SearchAsync(query, CancellationToken.None)).Candidates);
    }

    [Fact]
    public async Task Refuses_while_another_writes()
    {
        await using var index = await _folder.OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("four", "Text."));

        var refused = await Assert.ThrowsAsync<IndexException>(() => RebuildAsync(Newer, new CountingEmbedder()));

        Assert.Equal(IndexFailure.OtherWriter, refused.Failure);
    }

    [Fact]
    public async Task An_index_without_articles_takes_the_new_fingerprint()
    {
        var path = Path.Combine(_folder.Path, "empty.db");
        await (await IndexFolder.OpenAsync(path)).DisposeAsync();

        await RebuildAsync(path, Newer, new CountingEmbedder());

        await using var index = await SqlitePassageIndex.OpenAsync(path, Newer, TimeProvider.System, CancellationToken.None);
        Assert.Empty(await index.ListArticlesAsync(CancellationToken.None));
    }

    private static (int, int, int) Counts(IndexCheckResult result) => (result.Articles, result.Revisions, result.Passages);

    private static Task<IndexRebuildResult> RebuildAsync(string path, IndexFingerprint fingerprint, CountingEmbedder embedder) =>
        new IndexRebuild(path, fingerprint, new Chunker(SampleText.Tokenizer), embedder, TimeProvider.System)
            .RunAsync(null, CancellationToken.None);

    private Task<IndexRebuildResult> RebuildAsync(IndexFingerprint fingerprint, CountingEmbedder embedder) =>
        RebuildAsync(_folder.IndexPath, fingerprint, embedder);

    private async Task<string?> RebuildCopyAsync()
    {
        var copy = Path.Combine(_folder.Path, "copy.db");
        IndexUpkeep.Backup(_folder.IndexPath, copy);
        await RebuildAsync(copy, Newer, new CountingEmbedder());
        return IndexUpkeep.Check(copy, CancellationToken.None).Digest;
    }

    private Task<SqlitePassageIndex> OpenAsync(IndexFingerprint fingerprint) =>
        SqlitePassageIndex.OpenAsync(_folder.IndexPath, fingerprint, TimeProvider.System, CancellationToken.None);

    private async Task<IReadOnlyList<RankedPassage>> SearchOldAsync()
    {
        await using var index = await _folder.OpenAsync();
        return await index.SearchAsync("herring");
    }

    private async Task AddArticlesAsync(int count)
    {
        await using var index = await _folder.OpenAsync();
        foreach (var i in Enumerable.Range(0, count))
            await index.StoreAsync(IndexFixtures.Article($"added {i}", $"Text number {i}."));
    }

    private List<string> Files() =>
        [.. Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
