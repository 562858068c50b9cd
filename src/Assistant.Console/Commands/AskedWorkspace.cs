using Assistant.Console.Rendering;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;

namespace Assistant.Console.Commands;

/// <summary>Opens what <c>ask</c> and <c>chat</c> answer from: the data folder's index, or one of the given articles alone.</summary>
internal static class AskedWorkspace
{
    /// <summary>Opens the workspace, and ingests the given articles.</summary>
    /// <param name="data">The data folder, or null.</param>
    /// <param name="articles">A file or folder to ask alone, or null.</param>
    /// <param name="cancellationToken">Cancels; what was stored stays.</param>
    /// <returns>Null when none of the given articles could be read; the reasons were shown.</returns>
    public static async Task<Workspace?> OpenAsync(string? data, string? articles, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(data);
        var options = AssistantConfiguration.Load(folder, new Dictionary<string, string?>()).Options;
        // An index of single articles is a file, wherever the main one is kept.
        if (articles is not null) options.Index.Kind = IndexKind.Embedded;
        var path = articles is null ? DataFolder.IndexPath(folder) : DataFolder.AdhocIndexPath(folder, articles);
        var workspace = await Workspace.OpenAsync(path, options, TimeProvider.System, cancellationToken);
        try
        {
            if (articles is null || await IngestAsync(workspace, articles, cancellationToken)) return workspace;
        }
        catch
        {
            await workspace.DisposeAsync();
            throw;
        }

        await workspace.DisposeAsync();
        return null;
    }

    private static async Task<bool> IngestAsync(Workspace workspace, string articles, CancellationToken cancellationToken)
    {
        var ingested = await IngestionProgressBar.RunAsync(workspace.Ingestion, [articles], new IngestionOptions { Prune = true }, cancellationToken);
        if (IngestCommand.HasArticles(ingested)) return true;
        IngestionView.Show(Terminal.OpenError(), ingested);
        return false;
    }
}
