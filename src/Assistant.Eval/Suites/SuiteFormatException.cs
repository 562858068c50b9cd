namespace Assistant.Eval.Suites;

/// <summary>A suite cannot be used as it is; the message lists what is wrong, each with file and line.</summary>
/// <param name="suite">The suite's name.</param>
/// <param name="problems">What is wrong, as <c>file:line: what is wrong</c>.</param>
public sealed class SuiteFormatException(string suite, IReadOnlyList<string> problems)
    : Exception(Describe(suite, problems))
{
    private const int Shown = 20;

    /// <summary>Every problem found, as <c>file:line: what is wrong</c>.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    private static string Describe(string suite, IReadOnlyList<string> problems)
    {
        var more = problems.Count > Shown ? $"\n  and {problems.Count - Shown} more" : "";
        return $"The suite '{suite}' has {problems.Count} problem(s):\n  {string.Join("\n  ", problems.Take(Shown))}{more}";
    }
}
