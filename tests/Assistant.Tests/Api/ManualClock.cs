namespace Assistant.Tests.Api;

/// <summary>A clock whose timers run out when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Queue<(TimerCallback Callback, object? State)> _timers = new();
    private readonly SemaphoreSlim _set = new(0);

    /// <summary>How long the timers were set for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_timers)
        {
            Waits.Add(dueTime);
            _timers.Enqueue((callback, state));
        }

        _set.Release();
        return new Silent();
    }

    /// <summary>Lets the oldest timer run out, once there is one.</summary>
    public async Task RunOutAsync()
    {
        Assert.True(await _set.WaitAsync(TimeSpan.FromMinutes(1)));
        (TimerCallback Callback, object? State) timer;
        lock (_timers) timer = _timers.Dequeue();
        timer.Callback(timer.State);
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
