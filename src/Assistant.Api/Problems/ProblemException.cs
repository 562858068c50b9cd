namespace Assistant.Api.Problems;

/// <summary>A request that is answered with a problem instead of a result.</summary>
#pragma warning disable S3871 // Thrown and caught inside this program alone.
internal sealed class ProblemException(Problem problem, Exception? innerException = null)
    : Exception(problem.Detail, innerException)
#pragma warning restore S3871
{
    /// <summary>What the client is told.</summary>
    public Problem Problem { get; } = problem;
}
