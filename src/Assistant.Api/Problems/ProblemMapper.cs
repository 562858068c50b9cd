using System.Text.Json;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Microsoft.AspNetCore.Diagnostics;

namespace Assistant.Api.Problems;

/// <summary>Turns what an endpoint threw into the problem that the client is told.</summary>
internal sealed partial class ProblemMapper(ILogger<ProblemMapper> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = ToProblem(exception, httpContext.RequestAborted.IsCancellationRequested);
        if (problem.Status is StatusCodes.Status500InternalServerError or StatusCodes.Status503ServiceUnavailable)
            LogFailure(logger, exception, problem.Slug);
        if (!httpContext.RequestAborted.IsCancellationRequested) await ProblemWriter.WriteAsync(httpContext, problem);
        else httpContext.Response.StatusCode = problem.Status;
        return true;
    }

    /// <summary>The problem of an exception; an unexpected one tells the client nothing.</summary>
    internal static Problem ToProblem(Exception exception, bool isAborted) => exception switch
    {
        ProblemException known => known.Problem,
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException bad => OfBadRequest(bad),
        JsonException json => OfJson(json),
        IndexException index => OfIndex(index.Failure),
        EmbeddingException => Problem.EmbeddingsUnavailable(),
        OperationCanceledException when isAborted => Problem.Cancelled(),
        OperationCanceledException => Problem.IndexUnavailable("The server is shutting down. Try again in a moment."),
        _ => Problem.Internal(),
    };

    private static Problem OfBadRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => Problem.TooLarge("The body is larger than Api:MaxBodyMegabytes allows."),
        StatusCodes.Status415UnsupportedMediaType => Problem.UnsupportedMediaType("Send application/json, or a file as multipart/form-data."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => Problem.TooLarge("The headers are too large."),
        _ when bad.Message.Contains("no body was provided", StringComparison.Ordinal) => Problem.MalformedJson("The body is empty."),
        _ => Problem.InvalidValue(bad.Message),
    };

    private static Problem OfJson(JsonException error)
    {
        var where = error.Path is { Length: > 1 } path ? $" at {path}" : string.Empty;
        if (error.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return Problem.UnknownField($"There is no such field{where}. See /openapi/v1.json for those there are.");
        if (error.Message.Contains("missing required properties", StringComparison.Ordinal))
            return Problem.InvalidValue($"A required field is missing{where}: {AfterColon(error.Message)}");
        if (error.InnerException is null || error.Message.Contains("could not be converted", StringComparison.Ordinal))
            return Problem.InvalidValue($"A value has the wrong type or is not one of those allowed{where}.");
        return Problem.MalformedJson($"The JSON is malformed{where}, line {error.LineNumber + 1}.");
    }

    private static string AfterColon(string message) => message[(message.LastIndexOf(':') + 1)..].Trim();

    private static Problem OfIndex(IndexFailure failure) => Problem.IndexUnavailable(failure switch
    {
        IndexFailure.OtherWriter => "Another program is writing to the index; its articles can be searched, but not changed.",
        IndexFailure.FingerprintMismatch => "The index was built by another version or with other settings; the server's log says more.",
        IndexFailure.NewerSchema => "The index was written by a newer version of this program.",
        _ => "The index cannot be read or written; the server's log says more.",
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed: {Problem}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string problem);
}
