using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.IntegrationTests.Lifecycle;

namespace Assistant.IntegrationTests.Api;

/// <summary>The console rebuilds the index that the server answers from.</summary>
public sealed class RebuildTests : IDisposable
{
    // More than are embedded before the rebuild is halted.
    private const int Articles = 300;

    private readonly ShortArticles _articles = new();

    public void Dispose() => _articles.Dispose();

    [UnixFact]
    public async Task While_the_index_is_rebuilt_questions_are_answered_and_writers_are_told_to_come_back()
    {
        var data = await _articles.IngestAsync("data", Articles, "sank");
        await using var server = await ServerProcess.StartAsync(data);
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(3) };
        using var added = await AddAsync(client, "The north gate is green. It was painted in May.");
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var before = await AskAsync(client);

        using var rebuild = ConsoleProgram.Start(data, "index", "rebuild");
        await HaltAsync(rebuild, Path.Combine(data, "index.db.writer"));
        try
        {
            var during = await AskAsync(client);
            using var refused = await AddAsync(client, "The south gate is red. It was painted in June.");
            using var kept = await client.DeleteAsync(added.Headers.Location);

            Assert.False(rebuild.HasExited);
            Assert.Equal(before, during);
            await AssertBusyAsync(refused);
            await AssertBusyAsync(kept);
        }
        finally
        {
            Signal.Send("CONT", rebuild);
        }

        var rebuilt = await ConsoleProgram.FinishAsync(rebuild);
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Error);
        Assert.Equal(before, await AskAsync(client));
        using var again = await AddAsync(client, "The south gate is red. It was painted in June.");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, string text) =>
        client.PostAsJsonAsync("/v1/articles", new { text, format = "text" });

    /// <summary>What the question is answered with.</summary>
    private static async Task<string> AskAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/v1/answers", new { question = "What colour is the north gate?" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("answered", answer.GetProperty("status").GetString());
        return answer.GetProperty("citations").GetRawText();
    }

    private static async Task AssertBusyAsync(HttpResponseMessage response)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("urn:assistant:problem:index-unavailable", problem.GetProperty("type").GetString());
        Assert.Contains("Another program is writing", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    /// <summary>Stops the rebuild where it is as soon as it has begun.</summary>
    private static async Task HaltAsync(Process rebuild, string holder)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await File.ReadAllTextAsync(holder, timeout.Token) != rebuild.Id.ToString(CultureInfo.InvariantCulture))
            await Task.Delay(5, timeout.Token);
        Signal.Send("STOP", rebuild);
    }
}
