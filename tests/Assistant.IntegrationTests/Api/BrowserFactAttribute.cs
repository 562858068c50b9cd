namespace Assistant.IntegrationTests.Api;

/// <summary>A test that needs Chromium; skipped with a reason where there is none. ASSISTANT_CHROMIUM names another one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private const string DefaultPath = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(ChromiumPath)) Skip = $"No browser at {ChromiumPath}.";
    }

    public static string ChromiumPath => Environment.GetEnvironmentVariable("ASSISTANT_CHROMIUM") ?? DefaultPath;
}
