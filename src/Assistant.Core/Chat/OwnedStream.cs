using Microsoft.Extensions.AI;

namespace Assistant.Core.Chat;

/// <summary>A stream of updates together with what cancels it.</summary>
internal sealed class OwnedStream(IAsyncEnumerator<ChatResponseUpdate> stream, CancellationTokenSource cancellation)
    : IAsyncEnumerator<ChatResponseUpdate>
{
    private Task<bool>? _move;

    /// <inheritdoc/>
    public ChatResponseUpdate Current => stream.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        _move = stream.MoveNextAsync().AsTask();
        return new ValueTask<bool>(_move);
    }

    /// <summary>Cancels what is under way; a client that does not listen is left to end by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await cancellation.CancelAsync();
        if (_move is null or { IsCompleted: true }) await stream.DisposeAsync();
        cancellation.Dispose();
    }
}
