using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Assistant.IntegrationTests.Api;

/// <summary>What people ask and what articles say is in no log, however much the server and its framework are told to log.</summary>
public sealed class LogPrivacyTests : IDisposable
{
    private const string Secret = "zanzibar";
    private const string Question = $"What colour is the {Secret} gate?";

    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-logs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public async Task No_question_and_no_passage_is_logged_above_Trace()
    {
        await using var server = await ServerProcess.StartAsync(
            _folder,
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Debug"),
            ("Logging__LogLevel__System", "Debug"));
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(3) };

        foreach (var (path, body) in Requests())
        {
            using var response = await client.PostAsync(path, ApiServer.Json(body));
            await response.Content.ReadAsStringAsync();
        }

        await StreamAsync(client);
        await UploadAsync(client);
        foreach (var query in new[] { $"query={Secret}", $"limit={Secret}", $"after={Secret}" }) (await client.GetAsync($"/v1/articles?{query}")).Dispose();

        server.Terminate();
        var (_, log) = await server.WaitAsync();
        Assert.Contains("dbug: Microsoft.AspNetCore", log, StringComparison.Ordinal);
        Assert.Contains("info: Assistant.Api.Ingestions", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string Path, string Body)> Requests() =>
    [
        ("/v1/articles", $$"""{"key":"gate","title":"The {{Secret}} gate","text":"The {{Secret}} gate is green. It was painted in May.","format":"text"}"""),
        ("/v1/articles", $$"""{"text":"The {{Secret}} gate.","format":"{{Secret}}"}"""),
        ("/v1/articles", $$"""{"text":"The {{Secret}} gate"""),
        ("/v1/answers", $$"""{"question":"{{Question}}"}"""),
        ("/v1/answers", $$"""{"question":"And its age?","history":[{"role":"user","content":"{{Question}}"},{"role":"assistant","content":"Green, the {{Secret}} gate."}]}"""),
        ("/v1/answers", $$"""{"question":"{{Question}}","{{Secret}}":1}"""),
        ("/v1/answers", $$"""{"question":["{{Question}}"]}"""),
        ("/v1/answers", $$"""{"question":"{{Question}}"""),
        ("/v1/search", $$"""{"query":"{{Question}}"}"""),
        ("/v1/chat/completions", $$"""{"model":"assistant","messages":[{"role":"user","content":"{{Question}}"}]}"""),
        ("/v1/chat/completions", $$"""{"model":"assistant","stream":true,"messages":[{"role":"user","content":"{{Question}}"}]}"""),
        ("/v1/chat/completions", $$"""{"model":"assistant","messages":[{"role":"{{Secret}}","content":"{{Question}}"}]}"""),
    ];

    private static async Task StreamAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = JsonContent.Create(new { question = Question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await client.SendAsync(request);
        Assert.Contains(Secret, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task UploadAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"The {Secret} mill is old. It was built in 1900."), "file", "mill.txt" } };
        using var response = await client.PostAsync("/v1/articles", form);
        Assert.True(response.IsSuccessStatusCode);
    }
}
