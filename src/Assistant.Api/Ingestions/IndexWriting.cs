using Assistant.Core;

namespace Assistant.Api.Ingestions;

/// <summary>Lets requests and jobs write: with one index object while any of them writes, and none while no one does.</summary>
/// <remarks>Thread-safe. Between two writes another program, such as the console, may write to the same index.</remarks>
internal sealed class IndexWriting(WorkspaceOpener opener) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IndexWriter? _writer;
    private int _users;

    /// <summary>Runs an action that writes.</summary>
    /// <exception cref="Core.Indexing.IndexException">Another program is writing, or the index cannot be written.</exception>
    public async Task<T> RunAsync<T>(Func<IndexWriter, Task<T>> action, CancellationToken cancellationToken)
    {
        var writer = await EnterAsync(cancellationToken);
        try
        {
            return await action(writer);
        }
        finally
        {
            await LeaveAsync();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IndexWriter> EnterAsync(CancellationToken cancellationToken)
    {
        var workspace = await opener.GetAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _writer ??= await workspace.OpenWriterAsync(cancellationToken);
            _users++;
            return _writer;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LeaveAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (--_users > 0 || _writer is null) return;
            await _writer.DisposeAsync();
            _writer = null;
        }
        finally
        {
            _gate.Release();
        }
    }
}
