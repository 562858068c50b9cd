namespace Assistant.Tests;

/// <summary>A test of what only Unix-like systems have, e.g. file modes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "This system has no Unix file modes.";
    }
}
