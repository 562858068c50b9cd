using System.Globalization;
using Assistant.Core.Indexing;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>Processes that are killed at random moments, and what the next run makes of what they left.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    // One more than an embedded batch: articles are stored in two bursts.
    private const int Articles = 33;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("ASSISTANT_LONG") == "1";

    private readonly ShortArticles _articles = new();

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task An_ingestion_that_was_killed_and_run_again_ends_as_if_undisturbed()
    {
        var older = await _articles.IngestAsync("older", Articles, "arrived");
        _articles.Write(Articles, "left");
        var undisturbed = new[] { await RunUndisturbedAsync(null), await RunUndisturbedAsync(older) };
        var stored = new List<int>();
        for (var seed = 0; seed < (IsLong ? 100 : 20); seed++)
        {
            var (start, expected) = seed % 2 == 0 ? (null, undisturbed[0]) : (older, undisturbed[1]);
            var data = _articles.CopyData($"killed-{seed}", start);
            var revisions = await KillAsync(data, expected, new Random(seed), "ingest", _articles.Folder, "--root", "short");
            stored.Add(revisions - (start is null ? 0 : Articles));

            Assert.Equal(0, (await ConsoleProgram.RunAsync(data, "ingest", _articles.Folder, "--root", "short")).ExitCode);

            Assert.Equal(expected.Digest, Sound(data).Digest);
            Directory.Delete(data, recursive: true);
        }

        output.WriteLine($"{stored.Count} of {stored.Count} digests equal; articles stored when killed: {string.Join(' ', stored)}");
        Assert.Contains(stored, static count => count is > 0 and < Articles);
    }

    [Fact]
    public async Task A_rebuild_that_was_killed_never_harms_the_index_and_is_finished_by_the_next()
    {
        var built = await _articles.IngestAsync("built", Articles, "arrived");
        var digest = Sound(built).Digest;
        MakeOlder(built);
        var undisturbed = new Undisturbed(digest!, await GrowthOfAsync(_articles.CopyData("undisturbed", built), "index", "rebuild"));
        for (var seed = 0; seed < (IsLong ? 50 : 6); seed++)
        {
            var data = _articles.CopyData($"killed-{seed}", built);
            await KillAsync(data, undisturbed, new Random(seed), "index", "rebuild");
            Assert.Equal(digest, LookAtCopy(data).Digest);

            Assert.Equal(0, (await ConsoleProgram.RunAsync(data, "index", "rebuild")).ExitCode);

            Assert.Equal(digest, Sound(data).Digest);
            Assert.Equal(["index.db", "index.db.lock", "index.db.writer"], Directory.GetFiles(data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(0, (await ConsoleProgram.RunAsync(data, "search", "ship")).ExitCode);
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>What an undisturbed run leaves, and how many bytes its logs grew to.</summary>
    private sealed record Undisturbed(string Digest, long Growth);

    private async Task<Undisturbed> RunUndisturbedAsync(string? start)
    {
        var data = _articles.CopyData($"undisturbed-{(start is null ? "new" : "older")}", start);
        var growth = await GrowthOfAsync(data, "ingest", _articles.Folder, "--root", "short");
        return new Undisturbed(Sound(data).Digest!, growth);
    }

    private static async Task<long> GrowthOfAsync(string data, params string[] arguments)
    {
        using var process = ConsoleProgram.Start(data, arguments);
        long most = 0;
        while (!process.HasExited)
        {
            most = Math.Max(most, LogBytes(data));
            await Task.Delay(1);
        }

        Assert.Equal(0, process.ExitCode);
        return most;
    }

    /// <summary>Kills the run at a random size of its logs, or for every fourth seed at a random moment before it writes.</summary>
    /// <returns>How many revisions are there.</returns>
    private static async Task<int> KillAsync(string data, Undisturbed undisturbed, Random random, params string[] arguments)
    {
        using var process = ConsoleProgram.Start(data, arguments);
        if (random.Next(4) == 0)
        {
            await Task.Delay(random.Next(1500));
        }
        else
        {
            var target = random.NextInt64(undisturbed.Growth);
            while (!process.HasExited && LogBytes(data) < target) await Task.Delay(1);
            await Task.Delay(random.Next(10));
        }

        process.Kill();
        await process.WaitForExitAsync();
        return IsThere(data) ? LookAtCopy(data).Revisions : 0;
    }

    /// <summary>Checks a copy, so that the next run finds the files as the killed one left them.</summary>
    private static IndexCheckResult LookAtCopy(string data)
    {
        var copy = Directory.CreateDirectory(data + "-copy").FullName;
        foreach (var file in new[] { "index.db", "index.db-wal" }.Where(file => File.Exists(Path.Combine(data, file))))
            File.Copy(Path.Combine(data, file), Path.Combine(copy, file));
        var result = Sound(copy);
        Directory.Delete(copy, recursive: true);
        return result;
    }

    private static bool IsThere(string data) => new FileInfo(Path.Combine(data, "index.db")) is { Exists: true, Length: > 0 };

    private static long LogBytes(string data) => new[] { "index.db-wal", "index.db.rebuild-wal" }
        .Select(name => new FileInfo(Path.Combine(data, name)))
        .Where(static file => file.Exists)
        .Sum(static file => file.Length);

    private static IndexCheckResult Sound(string data)
    {
        var result = IndexUpkeep.Check(Path.Combine(data, "index.db"), CancellationToken.None);
        Assert.Empty(result.Findings);
        return result;
    }

    /// <summary>Makes the index one of an earlier chunker, which is not opened before it is rebuilt.</summary>
    private static void MakeOlder(string data)
    {
        using var connection = new SqliteConnection(
            string.Create(CultureInfo.InvariantCulture, $"Data Source={Path.Combine(data, "index.db")};Pooling=False"));
        connection.Open();
        connection.Execute("UPDATE fingerprint SET value = '0' WHERE part = 'chunker'");
    }
}
