namespace Assistant.Api.Problems;

/// <summary>A problem's JSON form (RFC 9457).</summary>
/// <param name="Type">Stable identifier of the kind of problem.</param>
/// <param name="Title">The kind of problem, for people.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong this time, and what to do.</param>
/// <param name="TraceId">Finds the request in the server's log.</param>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string TraceId)
{
    /// <summary>The JSON form of a problem.</summary>
    public static ProblemDocument Of(Problem problem, string traceId) =>
        new(problem.Type, problem.Title, problem.Status, problem.Detail, traceId);
}
