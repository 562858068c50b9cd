namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Remembers for a while whether the server takes requests, so that probes of our health do not become its load.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CachedHealth(Func<CancellationToken, Task<bool>> probe, TimeSpan age, TimeProvider time)
{
    private Probe? _last;

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && time.GetElapsedTime(last.At) < age) return last.IsReady;
        var now = new Probe(await probe(cancellationToken), time.GetTimestamp());
        _last = now;
        return now.IsReady;
    }

    private sealed record Probe(bool IsReady, long At);
}
