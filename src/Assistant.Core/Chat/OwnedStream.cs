using Microsoft.Extensions.AI;

namespace Assistant.Core.Chat;

/// <summary>A stream of updates together with what cancels it, and with whom to tell how it ended.</summary>
internal sealed class OwnedStream(IAsyncEnumerator<ChatResponseUpdate> stream, CancellationTokenSource cancellation, ModelCircuit.Call call)
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

    /// <summary>Tells that the model failed.</summary>
    public Task FailAsync(GeneratorException failure) => call.FailAsync(failure);

    /// <summary>Cancels what is under way; a client that does not listen is left to end by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_move is { IsCompletedSuccessfully: true }) await call.SucceedAsync();
        await cancellation.CancelAsync();
        if (_move is null or { IsCompleted: true }) await stream.DisposeAsync();
        cancellation.Dispose();
    }
}
