using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Indexing;

/// <summary>An index that the first released schema wrote, and what later schemas do with it.</summary>
public sealed class IndexMigrationTests : IDisposable
{
    private const string FirstDigest = "2f264e8723021a6a001c74ae202754035a6fb48f66c18172a7bc93fbeba74b37";

    // What the program that wrote the fixture was made of; stays as it is whatever becomes of this one.
    private static readonly IndexFingerprint First = new()
    {
        Provider = "in-process",
        Model = "bge-small-en-v1.5",
        Dimension = 384,
        WeightsHash = "a9f363af89a9cdfcee94f653382a73e22eab00f3baa93e947bf6e2805a4b1aa0",
        QueryPrefix = "Represent this sentence for searching relevant passages: ",
        Cleaner = "1",
        Chunker = "1",
        LexicalAnalyzer = "porter-1",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-schema-").FullName;

    public IndexMigrationTests() =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Indexing", "Fixtures", "schema-1.db"), IndexPath);

    private string IndexPath => Path.Combine(_folder, "index.db");

    private string CopyPath => IndexMigration.CopyPath(IndexPath, 1);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_index_of_the_first_schema_opens_with_all_it_held()
    {
        await using var index = await SqlitePassageIndex.OpenAsync(IndexPath, First, TimeProvider.System, CancellationToken.None);

        var articles = await index.ListArticlesAsync(CancellationToken.None);
        Assert.Equal(["The new harbour of Lindvik", "A bridge for Lindvik"], articles.Select(article => article.Title));
        Assert.Equal(FirstDigest, await index.ComputeDigestAsync(CancellationToken.None));
        Assert.Equal(["fixture:harbour.md", "fixture:bridge.md"], articles.Select(article => article.Key));
        var found = await index.SearchAsync(
            new PassageQuery { Text = "cost of the bridge", Embedding = UnitVector() }, CancellationToken.None);
        Assert.Contains("14 million", found.Candidates.MaxBy(passage => passage.LexicalScore)!.Text, StringComparison.Ordinal);
        Assert.True((await index.FindAsync("72uwlrci7kct64dingwz7w7r33", CancellationToken.None))!.IsErased);
    }

    [Fact]
    public async Task An_index_of_the_first_schema_tracks_sources_after_a_copy_was_made()
    {
        await using var index = await SqlitePassageIndex.OpenAsync(IndexPath, First, TimeProvider.System, CancellationToken.None);
        Assert.Empty(await index.ListSourcesAsync(CancellationToken.None));
        var source = new TrackedSource("/a/harbour.md", "x6zxyigvdk3wxr3huor2pr5qg4", "fixture", "harbour.md");

        await index.TrackAsync([source], [], CancellationToken.None);

        Assert.Equal([source], await index.ListSourcesAsync(CancellationToken.None));
        using var copy = Connect(CopyPath);
        Assert.Equal(1, copy.Number("PRAGMA user_version"));
        Assert.Equal(FirstDigest, SqliteDigest.Compute(copy));
    }

    [Fact]
    public async Task Erasing_an_article_erases_the_copy_that_holds_it()
    {
        await using var index = await SqlitePassageIndex.OpenAsync(IndexPath, First, TimeProvider.System, CancellationToken.None);
        Assert.True(File.Exists(CopyPath));

        await index.EraseAsync("x6zxyigvdk3wxr3huor2pr5qg4", CancellationToken.None);

        Assert.False(File.Exists(CopyPath));
    }

    [Fact]
    public void A_new_index_has_the_tables_of_a_migrated_one()
    {
        var path = Path.Combine(_folder, "new.db");
        IndexFile.Open(path, First);
        IndexFile.Open(IndexPath, First);

        using var created = Connect(path);
        using var migrated = Connect(IndexPath);
        const string tables = "SELECT group_concat(sql ORDER BY name) FROM sqlite_schema";
        Assert.Equal(migrated.Scalar(tables), created.Scalar(tables));
        Assert.Equal(migrated.Scalar("PRAGMA user_version"), created.Scalar("PRAGMA user_version"));
    }

    [Fact]
    public void An_index_of_the_first_schema_is_sound() =>
        Assert.Equal(FirstDigest, IndexUpkeep.Check(IndexPath, CancellationToken.None).Digest);

    [Fact]
    public void Each_step_is_taken_once_after_a_copy()
    {
        string[] steps =
        [
            "ALTER TABLE revisions ADD COLUMN words INTEGER NOT NULL DEFAULT 0",
            "UPDATE revisions SET words = 7; CREATE TABLE feeds (url TEXT PRIMARY KEY) STRICT;",
        ];

        IndexFile.Open(IndexPath, First, steps);
        IndexFile.Open(IndexPath, First, steps);

        using var index = Connect(IndexPath);
        Assert.Equal(3, index.Number("PRAGMA user_version"));
        Assert.Equal(21, index.Number("SELECT sum(words) FROM revisions"));
        Assert.Equal(0, index.Number("SELECT count(*) FROM feeds"));
        using var copy = Connect(CopyPath);
        Assert.Equal(1, copy.Number("PRAGMA user_version"));
        Assert.Equal(FirstDigest, SqliteDigest.Compute(copy));
        Assert.Equal(FirstDigest, SqliteDigest.Compute(index));
    }

    [Fact]
    public void Only_the_steps_that_are_missing_are_taken()
    {
        IndexFile.Open(IndexPath, First, ["CREATE TABLE a (x) "]);

        IndexFile.Open(IndexPath, First, ["CREATE TABLE a (x)", "CREATE TABLE b (x)"]);

        using var index = Connect(IndexPath);
        Assert.Equal(2, index.Number("SELECT count(*) FROM sqlite_schema WHERE name IN ('a', 'b')"));
        Assert.True(File.Exists(IndexMigration.CopyPath(IndexPath, 2)));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_index_as_it_was()
    {
        string[] steps = ["CREATE TABLE feeds (url TEXT); DELETE FROM passages;", "INSERT INTO nowhere VALUES (1)"];

        var refused = Assert.Throws<IndexException>(() => IndexFile.Open(IndexPath, First, steps));

        Assert.Contains("nowhere", refused.Message, StringComparison.Ordinal);
        Assert.Equal(FirstDigest, IndexUpkeep.Check(IndexPath, CancellationToken.None).Digest);
        Assert.Equal(FirstDigest, IndexUpkeep.Check(CopyPath, CancellationToken.None).Digest);
        IndexFile.Open(IndexPath, First, ["CREATE TABLE feeds (url TEXT)"]);
    }

    [Fact]
    public void Nothing_is_migrated_while_another_writes()
    {
        using var writer = WriterLock.Take(IndexPath);

        var refused = Assert.Throws<IndexException>(() => IndexFile.Open(IndexPath, First, ["CREATE TABLE a (x)"]));

        Assert.Equal(IndexFailure.OtherWriter, refused.Failure);
        Assert.False(File.Exists(CopyPath));
    }

    [Fact]
    public void An_index_that_the_steps_do_not_reach_is_refused()
    {
        IndexFile.Open(IndexPath, First, ["CREATE TABLE a (x)"]);

        var refused = Assert.Throws<IndexException>(() => IndexFile.Open(IndexPath, First, []));

        Assert.Equal(IndexFailure.NewerSchema, refused.Failure);
    }

    private static float[] UnitVector()
    {
        var vector = new float[384];
        vector[0] = 1;
        return vector;
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
