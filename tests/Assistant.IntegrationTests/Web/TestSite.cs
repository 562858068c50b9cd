using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Web;

/// <summary>A web server on this machine whose pages a test sets, and which remembers what was asked for.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private LocalServer? _server;

    /// <summary>Its address on 127.0.0.1, without a path.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Paths that were asked for, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public async Task InitializeAsync()
    {
        _server = await LocalServer.StartAsync(AnswerAsync);
        Address = new Uri(_server.Address);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>The address of a page.</summary>
    public string this[string path] => new Uri(Address, path).AbsoluteUri;

    /// <summary>Sets what a path does.</summary>
    public void Set(string path, RequestDelegate page) => _pages[path] = page;

    /// <summary>Sets a page that is sent whole, or not at all to who has it already.</summary>
    public void SetPage(string path, string mediaType, byte[] bytes, string? tag = null) => Set(path, context =>
    {
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = mediaType;
        if (tag is not null) context.Response.Headers.ETag = tag;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    });

    /// <summary>Sets a page in UTF-8.</summary>
    public void SetPage(string path, string mediaType, string text, string? tag = null) =>
        SetPage(path, mediaType, System.Text.Encoding.UTF8.GetBytes(text), tag);

    /// <summary>Sets a redirect.</summary>
    public void SetRedirect(string path, string target) => Set(path, context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    });

    /// <summary>Sets a page that is gone.</summary>
    public void Remove(string path) => _pages.TryRemove(path, out _);

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path);
        if (_pages.TryGetValue(context.Request.Path, out var page)) return page(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
