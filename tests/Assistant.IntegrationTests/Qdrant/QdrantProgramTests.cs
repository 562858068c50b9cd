using System.Text.Json;
using Assistant.Core.Indexing;
using Assistant.IntegrationTests.Api;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.IntegrationTests.Qdrant;

/// <summary>The programs on Qdrant, as a user starts them. The server is the contract server.</summary>
public sealed class QdrantProgramTests : IAsyncLifetime
{
    private const string Key = "the-key";

    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-qdrant").FullName;
    private ContractServer _server = null!;

    private string Articles => Path.Combine(_folder, "articles");

    private string[] Ingest => ["ingest", Articles, "--root", "herrings", "--json"];

    private string Data => Path.Combine(_folder, "data");

    public async Task InitializeAsync()
    {
        _server = await ContractServer.StartAsync(apiKey: Key);
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
            FaultKind.Silence, (method, path) => isStuck && IsPassageWrite(method, path) && ++writes >= 4, times: int.MaxValue);
        using (var process = ConsoleProgram.Start(Data, Ingest))
        {
            for (var i = 0; i < 1200 && writes < 4 && !process.HasExited; i++) await Task.Delay(50);
            Assert.True(writes >= 4);
            process.Kill();
            await process.WaitForExitAsync();
            isStuck = false;
        }

        var second = await ConsoleProgram.RunAsync(Data, Ingest);

        Assert.Equal(0, second.ExitCode);
        using var result = JsonDocument.Parse(second.Output);
        Assert.Equal((3, 3), (result.RootElement.GetProperty("added").GetInt32(), result.RootElement.GetProperty("unchanged").GetInt32()));
        await AssertAsUndisturbedAsync();
        var rebuilt = await ConsoleProgram.RunAsync(Data, "index", "copy", "--from", "qdrant", "--to", "qdrant");
        Assert.Equal(0, rebuilt.ExitCode);
        Assert.Equal("assistant-passages-2", _server.State.Aliases["assistant-passages"]);
        var searched = await ConsoleProgram.RunAsync(Data, "search", "herring of harbour 3");
        Assert.Contains("103 grams", searched.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B50_Ingest_outlasts_a_restart_of_the_server()
    {
        var (writes, state, port) = (0, _server.State, _server.Address.Port);
        _server.Inject(
            FaultKind.CutAfterwards, (method, path) => IsPassageWrite(method, path) && ++writes == 3, times: 1);
        using var process = ConsoleProgram.Start(Data, Ingest);
        for (var i = 0; i < 1200 && writes < 3 && !process.HasExited; i++) await Task.Delay(50);
        await _server.DisposeAsync();
        await Task.Delay(500);
        _server = await ContractServer.StartAsync(apiKey: Key, state: state, port: port);

        var result = await ConsoleProgram.FinishAsync(process);

        Assert.True(result.ExitCode == 0, result.Error);
        await AssertAsUndisturbedAsync();
    }

    [Fact]
    public async Task A_missing_server_is_said_in_one_line_without_the_key()
    {
        Configure(new Uri("http://127.0.0.1:1"));

        var search = await ConsoleProgram.RunAsync(Data, "search", "anything");

        Assert.Equal(1, search.ExitCode);
        Assert.Single(search.Error.Trim().Split('\n'));
        Assert.Contains("127.0.0.1:1", search.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, search.Error + search.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "--to embedded")]
    [InlineData("compact", "by itself")]
    [InlineData("backup", "--to embedded", "copy.db")]
    [InlineData("rebuild", "--to qdrant")]
    public async Task What_is_for_an_index_file_says_what_to_do_instead(string command, string advice, params string[] arguments)
    {
        var result = await ConsoleProgram.RunAsync(Data, ["index", command, .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(advice, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task B2_A_wrong_key_is_said_without_naming_it()
    {
        Configure(_server.Address, "not-the-key");

        var result = await ConsoleProgram.RunAsync(Data, Ingest);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Qdrant:ApiKey", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-key", result.Error + result.Output, StringComparison.Ordinal);
        var shown = await ConsoleProgram.RunAsync(Data, "config");
        Assert.DoesNotContain("not-the-key", shown.Error + shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_is_ready_as_long_as_the_server_is()
    {
        string[] options = ["--Index:Kind=Qdrant", $"--Qdrant:Url={_server.Address}", $"--Qdrant:ApiKey={Key}", "--Qdrant:AttemptSeconds=1"];
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

    /// <summary>What is in Qdrant is what an ingestion into a file gives, and nothing is there twice.</summary>
    private async Task AssertAsUndisturbedAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "undisturbed")).FullName;
        await ConsoleProgram.RunAsync(data, Ingest);
        var check = await ConsoleProgram.RunAsync(data, "index", "check", "--json");
        using var expected = JsonDocument.Parse(check.Output);

        Assert.Equal(expected.RootElement.GetProperty("passages").GetInt32(), _server.State.Find("assistant-passages")!.Snapshot().Length);
        var copy = await ConsoleProgram.RunAsync(Data, "index", "copy", "--from", "qdrant", "--to", "embedded");
        Assert.Contains($"Both hold the same, digest {expected.RootElement.GetProperty("digest").GetString()}.", copy.Output, StringComparison.Ordinal);
    }

    private static bool IsPassageWrite(string method, string path) =>
        method == "PUT" && path.EndsWith("-passages/points", StringComparison.Ordinal);

    private void Configure(Uri address, string key = Key) => File.WriteAllText(
        Path.Combine(Data, "assistant.json"),
        JsonSerializer.Serialize(new
        {
            Index = new { Kind = nameof(IndexKind.Qdrant) },
            Qdrant = new { Url = address.ToString(), ApiKey = key, Exact = true, AttemptSeconds = 1, ReadSeconds = 5 },
        }));
}
