using System.ComponentModel;
using System.Diagnostics;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>A test with file systems of its own; skipped with a reason where a process may not mount any for itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> MayMount = new(Try);

    public MountFactAttribute()
    {
        if (!MayMount.Value) Skip = "unshare and mount are not allowed here.";
    }

    private static bool Try()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
