using System.Diagnostics;
using System.Globalization;

namespace Assistant.IntegrationTests;

/// <summary>Sends signals to processes, on Unix.</summary>
internal static class Signal
{
    /// <param name="name">E.g. TERM, INT, STOP, CONT.</param>
    /// <param name="process">Whom to send it.</param>
    public static void Send(string name, Process process)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
