using System.CommandLine;
using Assistant.Core.Configuration;
using Assistant.Core.Embeddings;
using Assistant.Core.Indexing;
using Assistant.Eval.Comparison;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Commands;

/// <summary>The command line of assistant-eval.</summary>
internal static class EvalCommandLine
{
    /// <summary>Time to finish a question and write the partial result after Ctrl-C.</summary>
    private static readonly TimeSpan LongestWindUp = TimeSpan.FromSeconds(30);

    /// <summary>Parses and runs; errors go to stderr as one message that says what to do.</summary>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var result = Create().Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors) await System.Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = LongestWindUp,
            });
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await System.Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failure;
        }
    }

    /// <summary>The root command with all its commands.</summary>
    public static RootCommand Create() => new("Scores answers, explains each miss, and gates a change with honest statistics.")
    {
        RunCommand.Create(),
        CompareCommand.Create(),
        ImportCommand.Create(),
        CalibrateCommand.Create(),
        ClaimsCommand.Create(),
        FollowUpsCommand.Create(),
        GenerativeCommand.Create(),
    };

    private static bool IsExpected(Exception exception) => exception is IOException or UnauthorizedAccessException
        or InvalidDataException or SuiteFormatException or RunMismatchException or IndexException or EmbeddingException or ConfigurationException
        or OperationCanceledException;
}
