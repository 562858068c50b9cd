using System.Threading.Channels;

namespace Assistant.Tests.Api;

/// <summary>A clock whose timers run out when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Channel<Action> _timers = Channel.CreateUnbounded<Action>();

    /// <summary>How long the timers were set for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        _timers.Writer.TryWrite(() => callback(state));
        return new Silent();
    }

    /// <summary>Lets the oldest timer run out, once there is one.</summary>
    public async Task RunOutAsync() => (await _timers.Reader.ReadAsync())();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
