using System.Net;
using Assistant.Api.Problems;
using Assistant.Core.Configuration;

namespace Assistant.Api.Security;

/// <summary>Decides who gets in: host, origin and key are checked before any endpoint runs.</summary>
/// <remarks>
/// Without keys: this machine alone, under its own name (against DNS rebinding). Always: no writing by another site's page.
/// With keys: a key whose scope suffices, as <c>Authorization: Bearer</c>.
/// </remarks>
internal sealed class AccessGuard(RequestDelegate next, Credentials credentials, ApiOptions options)
{
    private const string Scheme = "Bearer ";
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    private readonly string[] _allowedOrigins = options.Origins();

    public Task InvokeAsync(HttpContext context)
    {
        var refusal = credentials.AreNone ? RefuseStranger(context) : RefuseKeyless(context);
        refusal ??= RefuseForeignOrigin(context.Request);
        return refusal is null ? next(context) : ProblemWriter.WriteAsync(context, refusal);
    }

    private static Problem? RefuseStranger(HttpContext context)
    {
        context.Features.Set(Caller.Local);
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)) return Problem.LocalOnly();
        return LocalHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase) ? null : Problem.Misdirected();
    }

    private Problem? RefuseKeyless(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { } required) return null;
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Problem.Unauthorized("Send a key as 'Authorization: Bearer <key>'; 'assistant keys create' makes one.");
        if (credentials.Find(header[Scheme.Length..].Trim()) is not { } caller)
            return Problem.Unauthorized("The key is unknown or was revoked.");
        context.Features.Set(caller);
        return caller.Scope < required.Scope
            ? Problem.Forbidden("The key's scope is read; this needs a key of scope write.")
            : null;
    }

    private Problem? RefuseForeignOrigin(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return null;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return null;
        return IsOwn(origin, request.Host) || _allowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) ? null : Problem.ForeignOrigin();
    }

    /// <summary>Compares host and port; not the scheme, because behind a TLS proxy it is the proxy's.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
