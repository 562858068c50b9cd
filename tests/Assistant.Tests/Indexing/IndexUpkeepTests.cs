using System.Runtime.Versioning;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public sealed class IndexUpkeepTests : IAsyncLifetime
{
    private IndexFolder _folder = null!;

    private string BackupPath => Path.Combine(_folder.Path, "backup.db");

    public async Task InitializeAsync() => _folder = await IndexFolder.CreateAsync();

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_sound_index_has_no_findings_and_its_digest_is_told()
    {
        var result = _folder.Check();

        Assert.Empty(result.Findings);
        Assert.Equal((2, 3, 43), (result.Articles, result.Revisions, result.Passages));
        Assert.Equal(await _folder.DigestAsync(), result.Digest);
    }

    [Fact]
    public async Task An_empty_index_is_sound()
    {
        var path = Path.Combine(_folder.Path, "empty.db");
        await (await IndexFolder.OpenAsync(path)).DisposeAsync();

        Assert.Empty(IndexUpkeep.Check(path, CancellationToken.None).Findings);
    }

    [Theory]
    [InlineData("UPDATE passages SET text_end = text_end + 100000 WHERE number = 3", "is no span of its own")]
    [InlineData("UPDATE passages SET text_end = text_start WHERE number = 3", "is no span of its own")]
    [InlineData("UPDATE passages SET text_end = text_end - 2 WHERE number = 3", "is no span of its own")]
    [InlineData("UPDATE passages SET text_start = 1 WHERE number = 3", "passage 0: the text before it is in no passage")]
    [InlineData("UPDATE passages SET text_end = text_end - 1 WHERE number = 3", "the end of the text is in no passage")]
    [InlineData("UPDATE passages SET text_start = text_start - 5 WHERE number = 10", "is no span of its own")]
    [InlineData("DELETE FROM passages WHERE number = 10", "the passage before it is missing")]
    [InlineData("DELETE FROM passages WHERE number = 3", "the end of the text is in no passage")]
    [InlineData("UPDATE passages SET embedding = zeroblob(96) WHERE number = 3", "the embedding is not")]
    [InlineData("UPDATE passages SET embedding = x'00' WHERE number = 3", "the embedding is not")]
    [InlineData("UPDATE passages SET embedding = CAST(x'0000C07F' || substr(embedding, 5) AS BLOB) WHERE number = 3", "the embedding is not")]
    [InlineData("UPDATE passages SET term_count = term_count + 1 WHERE number = 3", "the terms are not those of the text")]
    [InlineData("UPDATE passages SET terms = x'FF' WHERE number = 3", "the terms are not those of the text")]
    [InlineData("UPDATE terms SET term = 'whale' WHERE term LIKE 'her%'", "the terms are not those of the text")]
    [InlineData("UPDATE revisions SET text = CAST('Another text.' AS BLOB) WHERE number = 2", "the text is not the one that was stored")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM revisions WHERE number = 1", "A row of passages refers to a row of revisions")]
    [InlineData("UPDATE articles SET active_revision = NULL; UPDATE articles SET active_revision = 1 WHERE key = 'two'", "a revision of another article")]
    [InlineData("UPDATE articles SET erased_at = '2020-01-01T00:00:00Z'", "was erased, but has revisions")]
    public void Every_contradiction_is_found(string damage, string expected)
    {
        _folder.Change(damage);

        var result = _folder.Check();

        Assert.Contains(result.Findings, finding => finding.Contains(expected, StringComparison.Ordinal));
        Assert.Null(result.Digest);
    }

    [Fact]
    public async Task A_page_that_was_overwritten_is_found()
    {
        var bytes = await File.ReadAllBytesAsync(_folder.IndexPath);
        bytes.AsSpan(2 * 16384).Fill(0xA5);
        await File.WriteAllBytesAsync(_folder.IndexPath, bytes);

        var result = _folder.Check();

        Assert.StartsWith("The file is damaged", result.Findings[0], StringComparison.Ordinal);
        Assert.True(result.Findings.Count <= IndexCheckResult.MaximumFindings);
    }

    [Fact]
    public void Only_so_many_findings_are_told()
    {
        _folder.Change(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO revisions (article_id, revision, title, source, language, content_hash, ingested_at, text, removed)
            SELECT (SELECT id FROM articles WHERE key = 'two'), i, '', '', '', '', '', x'', '' FROM n
            """);

        Assert.Equal(IndexCheckResult.MaximumFindings, _folder.Check().Findings.Count);
    }

    [Fact]
    public async Task Checks_and_copies_while_another_is_writing()
    {
        var digest = await _folder.DigestAsync();
        await using var index = await _folder.OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("four", "Still in the log only."));
        await using var writer = _folder.Connect();
        writer.Execute("BEGIN IMMEDIATE; DELETE FROM passages;");

        Assert.Empty(_folder.Check().Findings);
        IndexUpkeep.Backup(_folder.IndexPath, BackupPath);

        writer.Execute("ROLLBACK");
        var copy = IndexUpkeep.Check(BackupPath, CancellationToken.None);
        Assert.Equal(await index.ComputeDigestAsync(CancellationToken.None), copy.Digest);
        Assert.NotEqual(digest, copy.Digest);
    }

    [Fact]
    public async Task A_copy_can_be_put_in_the_place_of_the_index()
    {
        var digest = await _folder.DigestAsync();
        var size = IndexUpkeep.Backup(_folder.IndexPath, BackupPath);
        File.Delete(_folder.IndexPath);
        File.Move(BackupPath, _folder.IndexPath);

        Assert.Equal(size, new FileInfo(_folder.IndexPath).Length);
        Assert.Equal(digest, await _folder.DigestAsync());
        await using var connection = _folder.Connect();
        Assert.Equal("wal", connection.Scalar("PRAGMA journal_mode"));
        Assert.Equal(16384L, connection.Scalar("PRAGMA page_size"));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_a_copy()
    {
        IndexUpkeep.Backup(_folder.IndexPath, BackupPath);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupPath));
    }

    [Fact]
    public async Task A_copy_never_overwrites()
    {
        await File.WriteAllTextAsync(BackupPath, "mine");

        var refused = Assert.Throws<IndexException>(() => IndexUpkeep.Backup(_folder.IndexPath, BackupPath));

        Assert.Contains("left as it is", refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(BackupPath));
    }

    [Fact]
    public void A_copy_that_cannot_be_written_leaves_nothing_behind()
    {
        var before = Directory.GetFiles(_folder.Path);

        Assert.Throws<IndexException>(() => IndexUpkeep.Backup(_folder.IndexPath, Path.Combine(_folder.Path, "none", "backup.db")));

        Assert.Equal(before, Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Compacting_gives_room_back_and_changes_nothing_else()
    {
        await using (var index = await _folder.OpenAsync())
        {
            foreach (var i in Enumerable.Range(0, 50))
                await index.StoreAsync(IndexFixtures.Article($"long {i}", new string('x', 40_000)));
            foreach (var i in Enumerable.Range(0, 49))
                await index.EraseAsync(IndexFixtures.Article($"long {i}").Id, CancellationToken.None);
        }

        var digest = await _folder.DigestAsync();

        var (before, after) = IndexUpkeep.Compact(_folder.IndexPath);

        Assert.True(after < before / 2, $"{before} before, {after} after");
        Assert.Equal(after, new FileInfo(_folder.IndexPath).Length);
        Assert.Equal(digest, _folder.Check().Digest);
    }

    [Fact]
    public async Task Compacting_waits_for_nobody_who_writes()
    {
        await using var index = await _folder.OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("four", "Text."));

        var refused = Assert.Throws<IndexException>(() => IndexUpkeep.Compact(_folder.IndexPath));

        Assert.Equal(IndexFailure.OtherWriter, refused.Failure);
    }

    [Fact]
    public void Where_there_is_no_index_none_is_made()
    {
        var path = Path.Combine(_folder.Path, "none.db");

        var refused = Assert.Throws<IndexException>(() => IndexUpkeep.Check(path, CancellationToken.None));

        Assert.Contains("There is no index", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }
}
