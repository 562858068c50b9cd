using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Chat;

/// <summary>An OpenAI-compatible endpoint on a port of its own that does what each request's script says; the last script repeats.</summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly List<JsonElement> _requests = [];
    private readonly Func<HttpContext, Task>[] _scripts;
    private LocalServer _server = null!;

    private ScriptedEndpoint(Func<HttpContext, Task>[] scripts) => _scripts = scripts;

    public string Address => $"{_server.Address}/v1";

    public IReadOnlyList<JsonElement> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    public static async Task<ScriptedEndpoint> StartAsync(params Func<HttpContext, Task>[] scripts)
    {
        var endpoint = new ScriptedEndpoint(scripts);
        endpoint._server = await LocalServer.StartAsync(endpoint.AnswerAsync);
        return endpoint;
    }

    /// <summary>Writes the pieces as a stream that ends as it should.</summary>
    public static Func<HttpContext, Task> Say(params string[] pieces) => async context =>
    {
        await SayPartAsync(context, pieces);
        await EndAsync(context, "stop");
    };

    /// <summary>The same, and tells the tokens read and written at the end.</summary>
    public static Func<HttpContext, Task> SayCounted(int read, int written, params string[] pieces) => async context =>
    {
        await SayPartAsync(context, pieces);
        await SendAsync(context, [new { index = 0, delta = new { }, finish_reason = "stop" }], usage: null);
        await SendAsync(context, [], new { prompt_tokens = read, completion_tokens = written, total_tokens = read + written });
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    };

    /// <summary>Writes the pieces and ends without saying that the text is finished.</summary>
    public static Func<HttpContext, Task> SayAndCut(params string[] pieces) => context => SayPartAsync(context, pieces);

    /// <summary>Answers with a status and a body.</summary>
    public static Func<HttpContext, Task> Fail(int status, string body, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync(body);
    };

    /// <summary>Never answers.</summary>
    public static Task HangAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static async Task SayPartAsync(HttpContext context, params string[] pieces)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "text/event-stream";
        foreach (var piece in pieces) await SendAsync(context, new { role = "assistant", content = piece }, null);
    }

    public static async Task EndAsync(HttpContext context, string reason)
    {
        await SendAsync(context, new { }, reason);
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task SendAsync(HttpContext context, object delta, string? reason) =>
        SendAsync(context, [new { index = 0, delta, finish_reason = reason }], usage: null);

    private static async Task SendAsync(HttpContext context, object[] choices, object? usage)
    {
        var chunk = new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices, usage };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        int number;
        context.Request.EnableBuffering();
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted);
        lock (_requests)
        {
            number = _requests.Count;
            _requests.Add(body);
        }

        try
        {
            await _scripts[Math.Min(number, _scripts.Length - 1)](context);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
