using Microsoft.Data.Sqlite;

namespace Assistant.Core.Indexing;

/// <summary>A connection that is used by one caller at a time.</summary>
internal sealed class IndexConnection(IndexFile file) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;

    /// <summary>Runs <paramref name="action"/> when it is the caller's turn; cancels only before that.</summary>
    /// <exception cref="IndexException">The store failed.</exception>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> action, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.CheckPresent();
            _connection ??= file.Connect();
            return action(_connection);
        }
        catch (SqliteException error)
        {
            throw IndexException.From(error, file.Path);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _turn.Dispose();
    }
}
