using System.Runtime.Versioning;
using System.Text;
using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Indexing;

public sealed class IndexFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-index-").FullName;

    private string IndexPath => Path.Combine(_folder, "index.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_the_files_and_the_folder()
    {
        var path = Path.Combine(_folder, "data", "index.db");
        await using var index = await OpenAsync(path, IndexFixtures.Fingerprint);
        await index.StoreAsync(IndexFixtures.Article("one", "Text."));

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        var files = Directory.GetFiles(Path.GetDirectoryName(path)!);
        Assert.Equal(5, files.Length);
        Assert.All(files, file => Assert.Equal(owner, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task The_file_says_what_it_is_and_how_it_is_kept()
    {
        await StoreOneAsync();

        await using var connection = new SqliteConnection($"Data Source={IndexPath};Pooling=False");
        await connection.OpenAsync();

        Assert.Equal(2L, connection.Scalar("PRAGMA user_version"));
        Assert.Equal("wal", connection.Scalar("PRAGMA journal_mode"));
        Assert.Equal("ok", connection.Scalar("PRAGMA integrity_check"));
        Assert.Empty(connection.Rows("PRAGMA foreign_key_check"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Some notes of mine, which are no database at all.")]
    [InlineData("SQLite format 3\0 and then something else")]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content.PadRight(5000, '.'));
        await File.WriteAllBytesAsync(IndexPath, bytes[..Math.Max(content.Length, content.Length == 1 ? 1 : 5000)]);
        var before = await File.ReadAllBytesAsync(IndexPath);

        var refused = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(IndexPath, IndexFixtures.Fingerprint));

        Assert.Equal(IndexFailure.NotAnIndex, refused.Failure);
        Assert.Contains("Move it away", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(IndexPath));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Change("CREATE TABLE theirs (a)");
        var before = await File.ReadAllBytesAsync(IndexPath);

        var refused = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(IndexPath, IndexFixtures.Fingerprint));

        Assert.Equal(IndexFailure.NotAnIndex, refused.Failure);
        Assert.Equal(before, await File.ReadAllBytesAsync(IndexPath));
    }

    [Fact]
    public async Task A_newer_file_is_refused_and_left_alone()
    {
        await StoreOneAsync();
        Change("PRAGMA user_version = 3");
        var before = await File.ReadAllBytesAsync(IndexPath);

        var refused = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(IndexPath, IndexFixtures.Fingerprint));

        Assert.Equal(IndexFailure.NewerSchema, refused.Failure);
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(IndexPath));
    }

    [Fact]
    public async Task A_damaged_file_is_reported_as_such()
    {
        await StoreOneAsync();
        var bytes = await File.ReadAllBytesAsync(IndexPath);
        bytes.AsSpan(16384).Fill(0xA5);
        await File.WriteAllBytesAsync(IndexPath, bytes);

        var refused = await Assert.ThrowsAsync<IndexException>(async () =>
        {
            await using var index = await OpenAsync(IndexPath, IndexFixtures.Fingerprint);
            await index.SearchAsync("text");
        });

        Assert.Equal(IndexFailure.Damaged, refused.Failure);
        Assert.Contains("ingest the articles again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(IndexPath);

        var refused = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(IndexPath, IndexFixtures.Fingerprint));

        Assert.Equal(IndexFailure.Unavailable, refused.Failure);
    }

    [Fact]
    public async Task Each_part_of_the_fingerprint_must_agree()
    {
        var good = IndexFixtures.Fingerprint;
        await StoreOneAsync();
        var before = await File.ReadAllBytesAsync(IndexPath);
        (string Part, IndexFingerprint Other)[] others =
        [
            ("provider", good with { Provider = "other" }),
            ("model", good with { Model = "other" }),
            ("dimension", good with { Dimension = 25 }),
            ("weights hash", good with { WeightsHash = "other" }),
            ("query prefix", good with { QueryPrefix = "other" }),
            ("passage prefix", good with { PassagePrefix = "other" }),
            ("arithmetic", good with { Arithmetic = "other" }),
            ("vector storage", good with { VectorStorage = "other" }),
            ("cleaner", good with { Cleaner = "other" }),
            ("chunker", good with { Chunker = "other" }),
            ("lexical analyser", good with { LexicalAnalyzer = "other" }),
        ];

        Assert.Equal(good.Parts().Select(one => one.Key), others.Select(one => one.Part).Order(StringComparer.Ordinal));
        foreach (var (part, other) in others)
        {
            var refused = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(IndexPath, other));
            Assert.Equal(IndexFailure.FingerprintMismatch, refused.Failure);
            Assert.Contains($"{part} (index: '", refused.Message, StringComparison.Ordinal);
            Assert.Contains("'assistant index rebuild'", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(IndexPath));
    }

    [Fact]
    public async Task Many_may_open_a_new_index_at_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => OpenAsync(IndexPath, IndexFixtures.Fingerprint))));

        foreach (var index in opened)
        {
            Assert.Empty(await index.SearchAsync("text"));
            await index.DisposeAsync();
        }
    }

    private static Task<SqlitePassageIndex> OpenAsync(string path, IndexFingerprint fingerprint) =>
        SqlitePassageIndex.OpenAsync(path, fingerprint, TimeProvider.System, CancellationToken.None);

    private async Task StoreOneAsync()
    {
        await using var index = await OpenAsync(IndexPath, IndexFixtures.Fingerprint);
        await index.StoreAsync(IndexFixtures.Article("one", "Some text."));
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={IndexPath};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
