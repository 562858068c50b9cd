using System.Runtime.InteropServices;

namespace Assistant.Console.Chat;

/// <summary>What Ctrl-C does in a conversation: it cancels what is under way; at the prompt, the second in a row leaves.</summary>
/// <remarks>Thread-safe: signals come on threads of their own.</remarks>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _work;
    private PosixSignalRegistration? _signal;
    private bool _isWarned;

    /// <summary>Cancelled when the person wants to leave.</summary>
    public CancellationToken Left => _left.Token;

    /// <summary>Called at the first Ctrl-C at the prompt.</summary>
    public Action? Warn { get; set; }

    /// <summary>Takes Ctrl-C over from the system until disposed.</summary>
    public void Listen() => _signal ??= PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
    {
        context.Cancel = true;
        Press();
    });

    /// <summary>Runs work that Ctrl-C cancels.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        using var cancellation = new CancellationTokenSource();
        Set(cancellation);
        try
        {
            return await Task.Run(() => work(cancellation.Token), cancellation.Token);
        }
        finally
        {
            Set(null);
        }
    }

    /// <summary>Something was typed: the next Ctrl-C at the prompt is a first one again.</summary>
    public void Forget()
    {
        lock (_gate) _isWarned = false;
    }

    /// <summary>One Ctrl-C.</summary>
    public void Press()
    {
        lock (_gate)
        {
            if (_work is not null)
            {
                _work.Cancel();
            }
            else if (_isWarned)
            {
                _left.Cancel();
            }
            else
            {
                _isWarned = true;
                Warn?.Invoke();
            }
        }
    }

    public void Dispose()
    {
        _signal?.Dispose();
        _left.Dispose();
    }

    private void Set(CancellationTokenSource? work)
    {
        lock (_gate)
        {
            _work = work;
            _isWarned = false;
        }
    }
}
