using System.Globalization;
using System.Security.Cryptography;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Who writes to the index: machine, process, and which index object of the process.</summary>
internal sealed record WriterIdentity(string Machine, int ProcessId, string Process, int Number)
{
    private static readonly string ThisProcess = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private static int _count;

    /// <summary>A new writer in this process.</summary>
    public static WriterIdentity Create() =>
        new(Environment.MachineName, Environment.ProcessId, ThisProcess, Interlocked.Increment(ref _count));

    public static WriterIdentity? Parse(string? text) =>
        text?.Split('/') is [var machine, var id, var process, var number]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? new WriterIdentity(machine, processId, process, parsed) : null;

    /// <summary>True only when this writer's process is known to be gone.</summary>
    public bool IsGone =>
        Machine == Environment.MachineName && Process != ThisProcess && (ProcessId == Environment.ProcessId || !IsRunning(ProcessId));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}/{ProcessId}/{Process}/{Number}");

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
