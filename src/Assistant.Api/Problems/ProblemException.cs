namespace Assistant.Api.Problems;

/// <summary>A request that is answered with a problem instead of a result.</summary>
internal sealed class ProblemException(Problem problem, Exception? innerException = null)
    : Exception(problem.Detail, innerException)
{
    /// <summary>What the client is told.</summary>
    public Problem Problem { get; } = problem;
}
