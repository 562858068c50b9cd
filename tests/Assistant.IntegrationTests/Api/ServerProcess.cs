using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Assistant.IntegrationTests.Api;

/// <summary>The built server as a process of its own, to be ended as an operator would.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts the server on a free port, with more environment, and waits until it says where it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "assistant-api.dll"), "--data", dataFolder, "--urls", "http://127.0.0.1:0",
        })
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Limit);
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (AddressPattern().Match(line) is not { Success: true } found) continue;
            return new ServerProcess(process, new Uri(found.Groups[1].Value));
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() => Signal.Send("TERM", _process);

    /// <summary>Waits for the end; gives the exit code and what was logged.</summary>
    public async Task<(int ExitCode, string Log)> WaitAsync()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(timeout.Token);
        return (_process.ExitCode, await _output);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"listening on: (http://\S+)")]
    private static partial Regex AddressPattern();
}
