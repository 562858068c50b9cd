using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.IntegrationTests;

/// <summary>The sample articles in an index of their own, opened once for all tests of a class.</summary>
public sealed class SampleArticles : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-sample").FullName;

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of the sample articles.</summary>
    public static string ArticlesFolder { get; } = Path.Combine(Repository, "eval", "news", "articles");

    /// <summary>The open workspace.</summary>
    public Workspace Workspace { get; private set; } = null!;

    /// <summary>The index's file.</summary>
    public string IndexPath => Path.Combine(_folder, "index.db");

    /// <summary>What the first ingestion said.</summary>
    public IngestionResult FirstIngestion { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Workspace = await Workspace.OpenAsync(IndexPath, new AssistantOptions(), TimeProvider.System, CancellationToken.None);
        FirstIngestion = await IngestAsync();
    }

    public async Task DisposeAsync()
    {
        await Workspace.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public Task<IngestionResult> IngestAsync() =>
        Workspace.Ingestion.IngestAsync([ArticlesFolder], new IngestionOptions(), null, CancellationToken.None);

    public Task<Answer> AskAsync(string question, params Turn[] history) =>
        Workspace.Answerer.AnswerAsync(new Question { Text = question, History = history }, CancellationToken.None);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
