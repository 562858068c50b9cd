namespace Assistant.Api.Problems;

/// <summary>The problem of a response that has a status but no body: an unknown route, a wrong method, a wrong type.</summary>
internal static class BareStatus
{
    /// <summary>The problem.</summary>
    public static Problem ToProblem(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound("There is no such route; see /openapi/v1.json."),
        StatusCodes.Status405MethodNotAllowed => Problem.MethodNotAllowed(),
        StatusCodes.Status413PayloadTooLarge => Problem.TooLarge("The body is larger than Api:MaxBodyMegabytes allows."),
        StatusCodes.Status415UnsupportedMediaType =>
            Problem.UnsupportedMediaType("Send application/json, or a file as multipart/form-data."),
        var status => new Problem(status, "refused", "The request was refused", "The request cannot be answered in this form."),
    };
}
