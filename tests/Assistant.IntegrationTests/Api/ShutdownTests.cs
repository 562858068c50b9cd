using System.Net.Http.Json;
using System.Net.ServerSentEvents;

namespace Assistant.IntegrationTests.Api;

public sealed class ShutdownTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-shutdown").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public async Task Told_to_end_the_server_answers_what_it_was_asked_and_takes_nothing_new()
    {
        await using var server = await ServerProcess.StartAsync(_folder);
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(3) };
        using var added = await client.PostAsJsonAsync(
            "/v1/articles", new { key = "gate", text = "The north gate is green. It was painted in May.", format = "text" });
        added.EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers")
        {
            Content = JsonContent.Create(new { question = "What colour is the north gate?" }),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var events = new List<string>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            if (events.Count == 0) server.Terminate();
            events.Add(item.EventType);
        }

        Assert.Equal("completed", events[^1]);
        var (exitCode, _) = await server.WaitAsync();
        Assert.Equal(0, exitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/live"));
    }
}
