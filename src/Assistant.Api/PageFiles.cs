using Microsoft.Extensions.Primitives;

namespace Assistant.Api;

/// <summary>How the page's files are served: always checked for a newer version, as there is no build that names them.</summary>
internal static class PageFiles
{
    /// <summary>The options of the static files.</summary>
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = new StringValues("no-cache"),
    };
}
