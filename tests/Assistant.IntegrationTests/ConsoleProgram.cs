using System.Diagnostics;

namespace Assistant.IntegrationTests;

/// <summary>Runs the built console program as a person's shell would.</summary>
internal static class ConsoleProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    internal sealed record Result(int ExitCode, string Output, string Error);

    public static async Task<Result> RunAsync(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "assistant.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASSISTANT_DATA"] = dataFolder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new Result(process.ExitCode, await output, await error);
    }
}
