namespace Assistant.Console.Commands;

/// <summary>What the program's exit code means.</summary>
internal static class ExitCode
{
    /// <summary>Done; for <c>ask</c>: answered.</summary>
    public const int Success = 0;

    /// <summary>Any failure that is not listed.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary><c>ask</c>: the articles do not say.</summary>
    public const int NoEvidence = 3;
}
