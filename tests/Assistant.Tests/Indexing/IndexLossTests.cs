using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

/// <summary>What becomes of an open index whose file is deleted, moved or replaced; and readers beside a writer.</summary>
public sealed class IndexLossTests : IAsyncLifetime
{
    private IndexFolder _folder = null!;

    public async Task InitializeAsync() => _folder = await IndexFolder.CreateAsync();

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [UnixFact]
    public async Task An_index_deleted_while_in_use_is_told_by_readers_and_writers()
    {
        await using var index = await _folder.OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("four", "Text."));
        Assert.NotEmpty(await index.SearchAsync("text"));
        DeleteIndex();

        var search = await Assert.ThrowsAsync<IndexException>(() => index.SearchAsync("text"));
        var store = await Assert.ThrowsAsync<IndexException>(() => index.StoreAsync(IndexFixtures.Article("five", "Text.")));

        Assert.Equal((IndexFailure.Unavailable, IndexFailure.Unavailable), (search.Failure, store.Failure));
        Assert.Contains("deleted or moved while in use", search.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.IndexPath));
    }

    [UnixFact]
    public async Task One_deleted_before_its_first_use_is_not_made_anew_in_silence()
    {
        await using var index = await _folder.OpenAsync();
        DeleteIndex();

        await Assert.ThrowsAsync<IndexException>(() => index.ListArticlesAsync(CancellationToken.None));

        Assert.False(File.Exists(_folder.IndexPath));
    }

    [UnixFact]
    public async Task One_moved_away_and_put_back_goes_on()
    {
        await using var index = await _folder.OpenAsync();
        Assert.NotEmpty(await index.SearchAsync("text"));
        File.Move(_folder.IndexPath, _folder.IndexPath + ".away");
        await Assert.ThrowsAsync<IndexException>(() => index.SearchAsync("text"));

        File.Move(_folder.IndexPath + ".away", _folder.IndexPath);

        Assert.NotEmpty(await index.SearchAsync("text"));
    }

    [UnixFact]
    public async Task Closing_a_deleted_index_does_not_harm_the_one_made_in_its_place()
    {
        var old = await _folder.OpenAsync();
        await old.StoreAsync(IndexFixtures.Article("four", "Text."));
        await old.SearchAsync("text");
        DeleteIndex();
        File.Delete(_folder.IndexPath + ".lock");
        await using var anew = await _folder.OpenAsync();
        await anew.StoreAsync(IndexFixtures.Article("one", "A text of the new one."));
        var digest = await anew.ComputeDigestAsync(CancellationToken.None);

        await old.DisposeAsync();
        await anew.StoreAsync(IndexFixtures.Article("two", "Another text."));
        await anew.RetireAsync(IndexFixtures.Article("two").Id, CancellationToken.None);

        Assert.Single(await anew.ListArticlesAsync(CancellationToken.None));
        Assert.NotEqual(digest, await anew.ComputeDigestAsync(CancellationToken.None));
        Assert.Empty(_folder.Check().Findings);
    }

    [Fact]
    public async Task Readers_see_the_last_commit_while_a_write_is_under_way()
    {
        await using var index = await _folder.OpenAsync();
        var before = await index.SearchAsync("herring");
        await using var writer = _folder.Connect();
        writer.Execute("BEGIN IMMEDIATE; DELETE FROM passages; UPDATE articles SET active_revision = NULL;");

        await using var other = await _folder.OpenAsync();
        Assert.Equal(before, await index.SearchAsync("herring"));
        Assert.Equal(before, await other.SearchAsync("herring"));

        writer.Execute("COMMIT");
        Assert.Empty(await index.SearchAsync("herring"));
    }

    [Fact]
    public async Task No_room_on_the_disk_is_told_as_such_and_harms_nothing()
    {
        await using var connection = _folder.Connect();
        connection.Execute("PRAGMA max_page_count = 1");
        var full = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(
            () => connection.Execute("CREATE TABLE large AS SELECT randomblob(1000000) AS bytes"));

        var told = IndexException.From(full, _folder.IndexPath);

        Assert.Equal(IndexFailure.Unavailable, told.Failure);
        Assert.Contains("disk is full", told.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Check().Findings);
    }

    private void DeleteIndex()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(_folder.IndexPath + suffix);
    }
}
