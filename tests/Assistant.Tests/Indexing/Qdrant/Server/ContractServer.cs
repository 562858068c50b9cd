using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Indexing.Qdrant.Server;

/// <summary>Answers the part of Qdrant's REST interface that the product uses, over a real connection, in this process.</summary>
/// <remarks>
/// It was written from notes on Qdrant 1.19's source and from its OpenAPI description, and never compared with a running
/// server. Requests are checked against the description where that is at hand; fields that are not modelled are answered with
/// 501. It searches exactly, keeps nothing on disk, and has no graph, no quantisation and no replicas; shards exist for idf.
/// </remarks>
internal sealed class ContractServer : IAsyncDisposable
{
    private const long LargestBody = 32 * 1024 * 1024;
    private const string TextPlain = "text/plain";
    private static readonly Lazy<OpenApiCheck?> Description = new(OpenDescription);

    private readonly WebApplication _app;
    private readonly ContractRoutes _routes;
    private readonly List<Fault> _faults = [];
    private readonly Lock _gate = new();

    private ContractServer(WebApplication app, string version)
    {
        _app = app;
        _routes = new ContractRoutes(version);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The key that requests must have; null lets all in.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A key that may only read.</summary>
    public string? ReadOnlyKey { get; init; }

    /// <summary>Largest body that is taken.</summary>
    public long MostBytes { get; set; } = LargestBody;

    /// <summary>Every request so far: method, path with query, length of the body.</summary>
    public ConcurrentQueue<(string Method, string Path, long Length)> Requests { get; } = new();

    /// <summary>Requests that the OpenAPI description does not allow.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>Whether requests are checked against the OpenAPI description: only where it is at hand.</summary>
    public static bool ChecksDescription => Description.Value is not null;

    public ContractState State => _routes.State;

    public static async Task<ContractServer> StartAsync(
        string version = "1.19.0", string? apiKey = null, string? readOnlyKey = null, ContractState? state = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var server = new ContractServer(app, version) { ApiKey = apiKey, ReadOnlyKey = readOnlyKey };
        if (state is not null) server._routes.State = state;
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>Lets the next requests that match fail.</summary>
    public void Inject(FaultKind kind, Func<string, string, bool> matches, int times = 1) =>
        InjectBySize(kind, (method, path, _) => matches(method, path), times);

    /// <summary>The same, looking at the length of the body as well.</summary>
    public void InjectBySize(FaultKind kind, Func<string, string, long, bool> matches, int times)
    {
        lock (_gate) _faults.Add(new Fault(kind, matches) { Times = times });
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Requests that are kept waiting on purpose are cut.
        }

        await _app.DisposeAsync();
    }

    private static OpenApiCheck? OpenDescription()
    {
        if (SharedFolder.Path is null) return null;
        var path = SharedFolder.File("qdrant", "openapi.json");
        return File.Exists(path) ? new OpenApiCheck(path) : null;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/";
        var body = await ReadBodyAsync(context.Request);
        Requests.Enqueue((context.Request.Method, path + context.Request.QueryString, body.Length));
        var fault = TakeFault(context.Request.Method, path, body.Length);
        if (await AnswerFaultAsync(context, fault) || await RefuseAccessAsync(context, path)) return;
        if (ContractRoutes.PlainText(path) is { } text)
        {
            await WriteAsync(context, 200, TextPlain, Encoding.UTF8.GetBytes(text));
            return;
        }

        await AnswerAsync(context, path, body, fault);
    }

    private async Task AnswerAsync(HttpContext context, string path, byte[] body, FaultKind? fault)
    {
        Reply reply;
        try
        {
            if (body.Length > MostBytes)
                throw new RefusedException(400, $"JSON payload ({body.Length} bytes) is larger than allowed (limit: {MostBytes} bytes).");
            var json = Parse(body);
            Check(context.Request, path, json);
            reply = _routes.Answer(new ContractRequest(context.Request.Method, path, context.Request.Query, json, DelayOf(fault)));
        }
        catch (RefusedException refused)
        {
            await WriteAsync(context, refused.Status, "application/json", Reply.Error(refused.Message));
            return;
        }

        if (reply.Status == 404 && reply.Body.Length == 0)
        {
            context.Response.StatusCode = 404;
            return;
        }

        await WriteAsync(context, reply, fault);
    }

    private static async Task WriteAsync(HttpContext context, Reply reply, FaultKind? fault)
    {
        switch (fault)
        {
            case FaultKind.CutAfterwards:
                context.Abort();
                break;
            case FaultKind.FailedAfterwards:
                await WriteAsync(context, 500, "application/json", Reply.Error("Service internal error: consistency is not guaranteed. Please retry."));
                break;
            case FaultKind.HalfJson:
                await context.Response.Body.WriteAsync(reply.Body.AsMemory(0, reply.Body.Length / 2), context.RequestAborted);
                break;
            default:
                await WriteAsync(context, reply.Status, "application/json", reply.Body);
                break;
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string? DelayOf(FaultKind? fault) => fault switch
    {
        FaultKind.Acknowledged => "acknowledged",
        FaultKind.WaitTimeout => "wait_timeout",
        _ => null,
    };

    private FaultKind? TakeFault(string method, string path, long length)
    {
        lock (_gate)
        {
            var fault = _faults.Find(one => one.Times > 0 && one.Matches(method, path, length));
            if (fault is null) return null;
            fault.Times--;
            return fault.Kind;
        }
    }

    /// <summary>Faults that happen before anything is done.</summary>
    private static async Task<bool> AnswerFaultAsync(HttpContext context, FaultKind? fault)
    {
        const string html = "text/html";
        switch (fault)
        {
            case FaultKind.RateLimited:
                context.Response.Headers.RetryAfter = "1";
                await WriteAsync(context, 429, "application/json", Reply.Error("Rate limiting exceeded: retry later"));
                return true;
            case FaultKind.TooCostly:
                await WriteAsync(context, 429, "application/json", Reply.Error("Rate limiting exceeded: please try to split your request"));
                return true;
            case FaultKind.Unavailable:
                await WriteAsync(context, 503, "application/json", Reply.Error("Shard unavailable"));
                return true;
            case FaultKind.TimedOut:
                await WriteAsync(context, 408, "application/json", Reply.Error("Timeout error: operation timed out"));
                return true;
            case FaultKind.OutOfRoom:
                await WriteAsync(context, 507, "application/json", Reply.Error("Quota exceeded: disk usage"));
                return true;
            case FaultKind.ProxyTooLarge:
                await WriteAsync(context, 413, html, "<html><h1>413 Request Entity Too Large</h1></html>"u8.ToArray());
                return true;
            case FaultKind.BadGateway:
                await WriteAsync(context, 502, html, "<html><h1>502 Bad Gateway</h1></html>"u8.ToArray());
                return true;
            case FaultKind.NotFoundEmpty:
                context.Response.StatusCode = 404;
                return true;
            case FaultKind.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return true;
            default:
                return false;
        }
    }

    // Answered by the layer of access as plain text, before the handlers.
    private async Task<bool> RefuseAccessAsync(HttpContext context, string path)
    {
        if (ApiKey is null || NeedsNoKey(path)) return false;
        var key = context.Request.Headers["api-key"].FirstOrDefault() ?? context.Request.Headers.Authorization.FirstOrDefault()?.Replace("Bearer ", "", StringComparison.Ordinal);
        if (key == ApiKey) return false;
        if (key is not null && key == ReadOnlyKey)
        {
            if (!ContractRoutes.IsWrite(context.Request.Method, path)) return false;
            await WriteAsync(context, 403, "application/json", Reply.Error("Forbidden: Write access is required"));
            return true;
        }

        var text = key is null ? "Must provide an API key or an Authorization bearer token" : "Invalid API key or JWT";
        await WriteAsync(context, 401, TextPlain, Encoding.UTF8.GetBytes(text));
        return true;
    }

    private static bool NeedsNoKey(string path) => path is "/" or "/healthz"
        || path.StartsWith("/readyz", StringComparison.Ordinal) || path.StartsWith("/livez", StringComparison.Ordinal);

    private void Check(HttpRequest request, string path, JsonElement json)
    {
        if (Description.Value?.FindProblem(request.Method, path, request.Query.Keys, json) is not { } problem) return;
        // What the handlers refuse by themselves is not a fault of the client's code.
        Violations.Enqueue($"{request.Method} {path}: {problem}");
    }

    private static JsonElement Parse(byte[] body)
    {
        if (body.Length == 0) return default;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new RefusedException(400, $"Format error in JSON body: {error.Message}");
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return bytes.ToArray();
    }
}
