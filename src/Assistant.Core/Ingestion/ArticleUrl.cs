namespace Assistant.Core.Ingestion;

/// <summary>Canonical form of an article's address.</summary>
internal static class ArticleUrl
{
    private const int MaximumLength = 2000;

    private static readonly string[] TrackingParameters =
        ["fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref", "ref_src", "ito"];

    /// <summary>
    /// Lower-case host, no fragment, no tracking parameters. Null when it is no absolute http(s) address of a page:
    /// a site's front page names no article.
    /// </summary>
    public static string? Canonicalize(string? address)
    {
        if (address is null || address.Length > MaximumLength) return null;
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || !IsWeb(uri)) return null;
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&').Where(IsKept));
        if (uri.AbsolutePath == "/" && query.Length == 0) return null;
        var path = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The host without <c>www.</c>; null when the address is no http(s) address.</summary>
    public static string? HostOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsWeb(uri)) return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    private static bool IsKept(string parameter)
    {
        var name = parameter.Split('=')[0].ToLowerInvariant();
        return name.Length > 0 && !name.StartsWith("utm_", StringComparison.Ordinal) && !TrackingParameters.Contains(name);
    }
}
