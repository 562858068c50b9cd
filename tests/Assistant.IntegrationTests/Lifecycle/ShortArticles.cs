using System.Globalization;

namespace Assistant.IntegrationTests.Lifecycle;

/// <summary>A folder of very short articles, each one passage, and data folders to ingest them into.</summary>
internal sealed class ShortArticles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-lifecycle").FullName;

    /// <summary>The folder of the articles.</summary>
    public string Folder => Path.Combine(_folder, "articles");

    /// <summary>Writes the articles anew.</summary>
    public void Write(int count, string verb)
    {
        Directory.CreateDirectory(Folder);
        for (var i = 0; i < count; i++)
            File.WriteAllText(Path.Combine(Folder, $"{i:000}.txt"), string.Create(CultureInfo.InvariantCulture, $"Ship {i}\n\nThe ship {verb}."));
    }

    /// <summary>Writes the articles and ingests them into a new data folder.</summary>
    public async Task<string> IngestAsync(string name, int count, string verb)
    {
        Write(count, verb);
        var data = CopyData(name, from: null);
        var result = await ConsoleProgram.RunAsync(data, "ingest", Folder, "--root", "short");
        Assert.True(result.ExitCode == 0, result.Error);
        return data;
    }

    /// <summary>A new data folder; empty, or with a copy of another's index.</summary>
    public string CopyData(string name, string? from)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        if (from is not null) File.Copy(Path.Combine(from, "index.db"), Path.Combine(data, "index.db"));
        return data;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
