namespace Assistant.Api.Problems;

/// <summary>Why a request failed, as RFC 9457 says it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Slug">Last part of the stable <c>type</c>.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Detail">What is wrong this time, and what to do.</param>
internal sealed record Problem(int Status, string Slug, string Title, string Detail)
{
    private const string TypePrefix = "urn:assistant:problem:";

    /// <summary>Seconds after which to try again; null when trying again would not help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Stable identifier that programs may switch on.</summary>
    public string Type => TypePrefix + Slug;

    public static Problem MalformedJson(string detail) => new(400, "malformed-json", "The body is not valid JSON", detail);

    public static Problem MalformedForm(string detail) => new(400, "malformed-form", "The body is not a valid form", detail);

    public static Problem UnknownField(string detail) => new(400, "unknown-field", "The body has an unknown field", detail);

    public static Problem InvalidValue(string detail) => new(400, "invalid-value", "A value is missing or invalid", detail);

    public static Problem Unauthorized(string detail) => new(401, "unauthorized", "A valid key is needed", detail);

    public static Problem Forbidden(string detail) => new(403, "forbidden", "This key does not allow it", detail);

    public static Problem ForeignOrigin() => new(
        403, "foreign-origin", "Another site's page may not do this",
        "The request comes from a page of another origin. Allow that origin by Api:AllowedOrigins if it is yours.");

    public static Problem LocalOnly() => new(
        403, "local-only", "Only this machine may ask",
        "Without keys the API serves this machine alone. Make a key by 'assistant keys create' to open it.");

    public static Problem NotFound(string detail) => new(404, "not-found", "There is no such thing", detail);

    public static Problem UnknownArticle(string id) => new(
        404, "unknown-article", "The article is unknown", $"There is no article '{id}', or not in that revision.");

    public static Problem ErasedArticle(string id) => new(
        410, "erased-article", "The article was erased", $"The article '{id}' was erased with all its revisions.");

    public static Problem MethodNotAllowed() => new(
        405, "method-not-allowed", "The route does not take this method", "See /openapi/v1.json for what it takes.");

    public static Problem TooLarge(string detail) => new(413, "too-large", "The body is too large", detail);

    public static Problem UnsupportedMediaType(string detail) => new(
        415, "unsupported-media-type", "The body's type is not supported", detail);

    public static Problem Misdirected() => new(
        421, "misdirected", "The request is for another host",
        "Without keys only the hosts localhost, 127.0.0.1 and [::1] are served.");

    public static Problem RefusedArticle(string reason) => new(
        422, "refused-article", "The article was refused", reason);

    public static Problem TooMany(string detail, int retryAfterSeconds) => new(
        429, "too-many", "Too many requests", detail)
    {
        RetryAfterSeconds = retryAfterSeconds,
    };

    public static Problem Cancelled() => new(499, "cancelled", "The request was cancelled", "The client went away.");

    public static Problem Internal() => new(
        500, "internal", "Something went wrong here", "The server's log says more, under the trace id given here.");

    public static Problem EmbeddingsUnavailable() => new(
        503, "embeddings-unavailable", "The embedding endpoint cannot be used now", "The server's log says more. Try again in a moment.")
    {
        RetryAfterSeconds = 5,
    };

    public static Problem IndexUnavailable(string detail) => new(
        503, "index-unavailable", "The index cannot be used now", detail)
    {
        RetryAfterSeconds = 5,
    };
}
