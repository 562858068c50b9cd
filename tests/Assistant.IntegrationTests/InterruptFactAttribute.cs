using System.Globalization;

namespace Assistant.IntegrationTests;

/// <summary>A test that sends Ctrl-C to a program; skipped where programs start deaf to it, as in a shell's background.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterruptFactAttribute : FactAttribute
{
    private const string Status = "/proc/self/status";
    private const string Ignored = "SigIgn:";
    private const long Interrupt = 1 << 1;

    public InterruptFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no such signal.";
        else if (IsIgnored()) Skip = "Interrupts are ignored here: the tests were started in a shell's background.";
    }

    private static bool IsIgnored()
    {
        if (!File.Exists(Status)) return false;
        var mask = File.ReadLines(Status).First(static line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..];
        return (long.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
