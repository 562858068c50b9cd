using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Assistant.Api.OpenAi;
using Assistant.Core;
using Assistant.Core.Observability;

namespace Assistant.Api.Problems;

/// <summary>Writes a problem: as RFC 9457 problem details, or as OpenAI's error object on the OpenAI-compatible routes.</summary>
internal static class ProblemWriter
{
    /// <summary>Writes the whole response.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        if (problem.Status == StatusCodes.Status429TooManyRequests) AssistantTelemetry.CountRefusal();
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return IsOpenAi(context.Request.Path)
            ? WriteAsync(context, OpenAiErrorResponse.From(problem), "application/json")
            : WriteAsync(context, ProblemDocument.Of(problem, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier), "application/problem+json");
    }

    private static bool IsOpenAi(PathString path) =>
        path.StartsWithSegments("/v1/chat", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/v1/models", StringComparison.OrdinalIgnoreCase);

    private static Task WriteAsync<T>(HttpContext context, T value, string contentType)
    {
        context.Response.ContentType = contentType;
        return JsonSerializer.SerializeAsync(context.Response.Body, value, AssistantJson.Options, context.RequestAborted);
    }
}
