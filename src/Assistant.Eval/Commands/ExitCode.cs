namespace Assistant.Eval.Commands;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing dropped.</summary>
    public const int Success = 0;

    /// <summary>A significant drop, an unmeasured question, an interrupted run, or a failure.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}
