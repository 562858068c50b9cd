using System.Diagnostics;
using System.Text.Json;
using Assistant.Core.Configuration;
using Assistant.Core.Indexing;
using Assistant.IntegrationTests.Api;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.IntegrationTests.Qdrant;

/// <summary>The programs on Qdrant, as a user starts them. The server is the contract server.</summary>
public sealed class QdrantProgramTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-qdrant").FullName;
    private ContractServer _server = null!;

    private string Articles => Path.Combine(_folder, "articles");

    private string Data => Path.Combine(_folder, "data");

    public async Task InitializeAsync()
    {
        _server = await ContractServer.StartAsync(apiKey: "the-key");
        Directory.CreateDirectory(Articles);
        Directory.CreateDirectory(Data);
        for (var i = 0; i < 6; i++)
            await File.WriteAllTextAsync(Path.Combine(Articles, $"article-{i}.txt"), $"Herring report {i}\n\nThe herring of harbour {i} weighs {i + 100} grams.\n");
        Configure(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Ingest_survives_being_killed_and_is_completed_by_the_next_run()
    {
        // The fourth article's passages are never answered: there the program hangs until it is killed.
        var (writes, isStuck) = (0, true);
        _server.Inject(
            FaultKind.Silence,
            (method, path) => isStuck && method == "PUT" && path.EndsWith("-passages/points", StringComparison.Ordinal) && ++writes >= 4,
            times: int.MaxValue);
        using (var process = Start("ingest", Articles, "--root", "herrings"))
        {
            for (var i = 0; i < 1200 && writes < 4 && !process.HasExited; i++) await Task.Delay(50);
            Assert.True(writes >= 4);
            process.Kill();
            await process.WaitForExitAsync();
            isStuck = false;
        }

        var second = await ConsoleProgram.RunAsync(Data, "ingest", Articles, "--root", "herrings", "--json");

        Assert.Equal(0, second.ExitCode);
        using var result = JsonDocument.Parse(second.Output);
        Assert.Equal((3, 3), (result.RootElement.GetProperty("added").GetInt32(), result.RootElement.GetProperty("unchanged").GetInt32()));
        Assert.Equal(6, _server.State.Find("assistant-passages")!.Snapshot().Length);
        var copy = await ConsoleProgram.RunAsync(Data, "index", "copy", "--from", "qdrant", "--to", "embedded");
        Assert.Contains("Both hold the same", copy.Output, StringComparison.Ordinal);
        var rebuilt = await ConsoleProgram.RunAsync(Data, "index", "copy", "--from", "qdrant", "--to", "qdrant");
        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Equal("assistant-passages-2", _server.State.Aliases["assistant-passages"]);
        var searched = await ConsoleProgram.RunAsync(Data, "search", "herring of harbour 3");
        Assert.Contains("103 grams", searched.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_server_is_said_in_one_line_without_the_key()
    {
        Configure(new Uri("http://127.0.0.1:1"));

        var search = await ConsoleProgram.RunAsync(Data, "search", "anything");

        Assert.Equal(1, search.ExitCode);
        Assert.Single(search.Error.Trim().Split('\n'));
        Assert.Contains("127.0.0.1:1", search.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", search.Error + search.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_is_ready_as_long_as_the_server_is()
    {
        string[] options = ["--Index:Kind=Qdrant", $"--Qdrant:Url={_server.Address}", "--Qdrant:ApiKey=the-key", "--Qdrant:AttemptSeconds=1"];
        var api = new ApiServer(options) { HasArticles = false };
        await api.InitializeAsync();
        try
        {
            Assert.Equal(200, await ReadyAsync(api, 200));
            await _server.DisposeAsync();
            Assert.Equal(503, await ReadyAsync(api, 503));
            Assert.Equal(503, (int)(await api.Client.PostAsync("/v1/search", ApiServer.Json("""{"query":"herring"}"""))).StatusCode);
        }
        finally
        {
            await api.DisposeAsync();
        }
    }

    private static async Task<int> ReadyAsync(ApiServer api, int wanted)
    {
        var status = 0;
        for (var i = 0; i < 300 && status != wanted; i++)
        {
            using var response = await api.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            status = (int)response.StatusCode;
            await Task.Delay(100);
        }

        return status;
    }

    private void Configure(Uri address) => File.WriteAllText(
        Path.Combine(Data, "assistant.json"),
        JsonSerializer.Serialize(new
        {
            Index = new { Kind = nameof(IndexKind.Qdrant) },
            Qdrant = new { Url = address.ToString(), ApiKey = "the-key", Exact = true, AttemptSeconds = 1, ReadSeconds = 5 },
        }));

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "assistant.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment[DataFolder.EnvironmentVariable] = Data;
        return Process.Start(start)!;
    }
}
