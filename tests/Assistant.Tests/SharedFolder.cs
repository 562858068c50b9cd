using System.Text.Json;

namespace Assistant.Tests;

/// <summary>Finds the folder with golden outputs, evaluation sets and sample articles beside the repository.</summary>
internal static class SharedFolder
{
    /// <summary>Null if no parent of the test's folder has a <c>shared/models</c> in it.</summary>
    public static string? Path { get; } = Find();

    public static string File(params string[] parts) =>
        System.IO.Path.Combine([Path ?? throw new InvalidOperationException("Use SharedFactAttribute."), .. parts]);

    /// <summary>The rows of a .jsonl file.</summary>
    public static JsonElement[] Rows(params string[] parts) =>
        [.. System.IO.File.ReadLines(File(parts)).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "models"))) return shared;
        }

        return null;
    }
}
