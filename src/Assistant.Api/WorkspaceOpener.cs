using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Indexing;

namespace Assistant.Api;

/// <summary>Opens the workspace when the server starts; tries again after a while when that failed.</summary>
/// <remarks>Thread-safe. The server is alive meanwhile, but not ready.</remarks>
internal sealed partial class WorkspaceOpener(
    string dataFolder, AssistantOptions options, TimeProvider clock, ILogger<WorkspaceOpener> logger) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<Workspace>? _opening;
    private DateTimeOffset _begun;

    /// <summary>The workspace, or null until it is open.</summary>
    public Workspace? Opened => _opening is { IsCompletedSuccessfully: true } opening ? opening.Result : null;

    /// <summary>The workspace; waits until it is open.</summary>
    /// <exception cref="IndexException">The index cannot be opened.</exception>
    public Task<Workspace> GetAsync(CancellationToken cancellationToken) => Begin().WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Opened is { } workspace) await workspace.DisposeAsync();
    }

    private Task<Workspace> Begin()
    {
        lock (_gate)
        {
            if (_opening is { IsFaulted: true } && clock.GetUtcNow() - _begun > Pause) _opening = null;
            if (_opening is not null) return _opening;
            _begun = clock.GetUtcNow();
            return _opening = Task.Run(OpenAsync);
        }
    }

    private async Task<Workspace> OpenAsync()
    {
        try
        {
            var workspace = await Workspace.OpenAsync(DataFolder.IndexPath(dataFolder), options, clock, CancellationToken.None);
            LogOpened(logger);
            return workspace;
        }
        catch (Exception exception) when (exception is IndexException or InvalidDataException or IOException)
        {
            LogFailed(logger, exception);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The index is open")]
    private static partial void LogOpened(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index cannot be opened")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
