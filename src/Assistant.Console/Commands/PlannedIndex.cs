namespace Assistant.Console.Commands;

/// <summary>The index's file; for a plan without an index, an empty one that is deleted afterwards.</summary>
internal sealed class PlannedIndex : IDisposable
{
    private readonly string? _temporary;

    public PlannedIndex(string path, bool isPlan)
    {
        Path = path;
        if (!isPlan || File.Exists(path)) return;
        _temporary = Directory.CreateTempSubdirectory("assistant-plan").FullName;
        Path = System.IO.Path.Combine(_temporary, "index.db");
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is not null) Directory.Delete(_temporary, recursive: true);
    }
}
