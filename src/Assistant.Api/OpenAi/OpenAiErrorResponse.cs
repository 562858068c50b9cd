using System.Text.Json.Serialization;
using Assistant.Api.Problems;

namespace Assistant.Api.OpenAi;

/// <summary>OpenAI's error object.</summary>
/// <param name="Error">The error.</param>
internal sealed record OpenAiErrorResponse(OpenAiError Error)
{
    /// <summary>The error object of a problem.</summary>
    public static OpenAiErrorResponse From(Problem problem) => new(new OpenAiError(
        $"{problem.Title}: {problem.Detail}", TypeOf(problem.Status), null, problem.Slug.Replace('-', '_')));

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= StatusCodes.Status500InternalServerError => "server_error",
        _ => "invalid_request_error",
    };
}

/// <summary>What went wrong, in OpenAI's terms.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Type">Kind of error.</param>
/// <param name="Param">The parameter at fault, when it is one.</param>
/// <param name="Code">Stable code.</param>
internal sealed record OpenAiError(
    string Message,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Param,
    string Code);
