using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Indexing;

/// <summary>A folder with an index of two articles: one with a retired revision, one long; and a third that was erased.</summary>
internal sealed class IndexFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assistant-index-").FullName;

    public string IndexPath => System.IO.Path.Combine(Path, "index.db");

    /// <summary>Ends with the folder's files as a process leaves them that closed its index.</summary>
    public static async Task<IndexFolder> CreateAsync()
    {
        var folder = new IndexFolder();
        await using var index = await folder.OpenAsync();
        await index.StoreAsync(IndexFixtures.Article("one", "An older text.", "With two passages."));
        await index.StoreAsync(IndexFixtures.Article("one", "A newer text about herring \U0001F41F."));
        await index.StoreAsync(IndexFixtures.Article("two", [.. Enumerable.Range(0, 40).Select(i => $"Passage number {i} of the second article.")]));
        await index.StoreAsync(IndexFixtures.Article("three", "A text that is erased."));
        await index.EraseAsync(IndexFixtures.Article("three").Id, CancellationToken.None);
        return folder;
    }

    public Task<SqlitePassageIndex> OpenAsync() => OpenAsync(IndexPath);

    public static Task<SqlitePassageIndex> OpenAsync(string path) =>
        SqlitePassageIndex.OpenAsync(path, IndexFixtures.Fingerprint, TimeProvider.System, CancellationToken.None);

    public async Task<string> DigestAsync()
    {
        await using var index = await OpenAsync();
        return await index.ComputeDigestAsync(CancellationToken.None);
    }

    public IndexCheckResult Check() => IndexUpkeep.Check(IndexPath, CancellationToken.None);

    /// <summary>Changes the file as no program of ours would.</summary>
    public void Change(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={IndexPath};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
