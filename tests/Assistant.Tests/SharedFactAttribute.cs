namespace Assistant.Tests;

/// <summary>A test that needs the material beside the repository; skipped with a reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedFolder.Path is null) Skip = "No folder shared/models beside the repository.";
    }
}
