using System.Diagnostics;
using System.Text;

namespace Assistant.IntegrationTests;

/// <summary>Runs the built console program as a person's shell would.</summary>
internal static class ConsoleProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    internal sealed record Result(int ExitCode, string Output, string Error);

    public static Task<Result> RunAsync(string dataFolder, params string[] arguments) =>
        RunWithInputAsync(dataFolder, string.Empty, arguments);

    /// <summary>Runs with this text on stdin, as from a pipe.</summary>
    public static async Task<Result> RunWithInputAsync(string dataFolder, string input, params string[] arguments)
    {
        using var process = Start(dataFolder, arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    /// <summary>Starts the program; the caller ends it, or waits for it by <see cref="FinishAsync"/>.</summary>
    public static Process Start(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "assistant.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASSISTANT_DATA"] = dataFolder;
        return Process.Start(start)!;
    }

    /// <summary>What the program said, once it ended.</summary>
    public static async Task<Result> FinishAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new Result(process.ExitCode, await output, await error);
    }
}
