using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Api;

/// <summary>An OpenTelemetry collector that keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);
    private LocalServer _server = null!;

    private Collector()
    {
    }

    public string Address => _server.Address;

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        collector._server = await LocalServer.StartAsync(collector.ReceiveAsync);
        return collector;
    }

    /// <summary>All that a path received; protobuf keeps texts as they are.</summary>
    public string Received(string path) => _received.GetValueOrDefault(path, string.Empty);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        _received.AddOrUpdate(context.Request.Path, body, (_, before) => before + body);
        context.Response.ContentType = "application/x-protobuf";
    }
}
