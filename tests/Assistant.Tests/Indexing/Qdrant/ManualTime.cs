namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The system's clock, put forward by hand.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(_ahead * TimeSpan.TicksPerSecond / TimestampFrequency);

    public void Advance(TimeSpan time) => _ahead += (long)(time.TotalSeconds * TimestampFrequency);
}
