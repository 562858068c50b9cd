using System.Net.Http.Json;

namespace Assistant.IntegrationTests.Api;

public sealed class TelemetryExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public async Task Traces_metrics_and_logs_are_sent_where_the_environment_says_without_texts()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            _folder, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(3) };
        using var added = await client.PostAsJsonAsync("/v1/articles", new { text = "The north gate is green. It was painted in May.", format = "text" });
        using var answered = await client.PostAsJsonAsync("/v1/answers", new { question = "What colour is the north gate?" });
        Assert.True(answered.IsSuccessStatusCode);

        server.Terminate();
        await server.WaitAsync();

        foreach (var (path, sent) in new[]
        {
            ("/v1/traces", "assistant-api"), ("/v1/traces", "retrieve"), ("/v1/traces", "ingest"), ("/v1/metrics", "assistant.questions"),
            ("/v1/metrics", "assistant.stage.duration"), ("/v1/logs", "The index is open"),
        })
        {
            Assert.Contains(sent, collector.Received(path), StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/v1/traces", "/v1/metrics", "/v1/logs" })
            Assert.DoesNotContain("north gate", collector.Received(path), StringComparison.Ordinal);
    }
}
