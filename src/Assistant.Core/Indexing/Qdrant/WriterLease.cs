namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Lets one writer in at a time, and keeps the totals of what can be searched.</summary>
/// <remarks>
/// Both are in one record, changed only under the condition that its version is the one that was read. A change that
/// breaks off stays marked with its article, so that the next writer can clean up after it: at once when the process is
/// known to be gone, else when the lease has run out. Not thread-safe: one change at a time.
/// </remarks>
internal sealed class WriterLease(QdrantClient client, QdrantCollections collections, TimeProvider time, TimeSpan duration)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RenewalAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AbandonLimit = TimeSpan.FromSeconds(2);

    private readonly WriterIdentity _self = WriterIdentity.Create();
    private Statistics _held = new();
    private long _renewed;

    /// <summary>The totals; zeros for an index that nothing was stored in.</summary>
    public Task<Statistics> ReadAsync(CancellationToken cancellationToken) => ReadAsync(isPatient: false, cancellationToken);

    /// <summary>Waits until no other writer is at work, then marks this one's change as begun.</summary>
    /// <param name="article">What is to be changed; empty for the collections themselves.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The totals before the change, and the change that a writer before left unfinished.</returns>
    /// <exception cref="IndexException">Another writer does not come to an end.</exception>
    public async Task<LeaseGrant> BeginAsync(string article, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var found = await ReadAsync(isPatient: true, cancellationToken);
            if (!found.IsWriting || MayTakeOver(found))
            {
                var unfinished = found.IsWriting ? found.WritingArticle ?? string.Empty : null;
                if (await TryTakeAsync(found, unfinished ?? article, cancellationToken)) return new LeaseGrant(_held, unfinished);
            }
            else if (time.GetElapsedTime(began) > duration)
            {
                throw OtherWriter(found);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Names what is changed from here on.</summary>
    public Task TurnToAsync(string article, CancellationToken cancellationToken) =>
        WriteHeldAsync(_held with { WritingArticle = article, WritingUntil = Until() }, cancellationToken);

    /// <summary>Keeps the lease from running out; does nothing most of the time.</summary>
    /// <exception cref="IndexException">It had run out, as for a machine that slept, and another writer took over.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var renewed = Volatile.Read(ref _renewed);
        if (time.GetElapsedTime(renewed) < RenewalAge
            || Interlocked.CompareExchange(ref _renewed, time.GetTimestamp(), renewed) != renewed)
        {
            return;
        }

        await WriteHeldAsync(_held with { WritingUntil = Until() }, cancellationToken);
        var found = await ReadAsync(isPatient: true, cancellationToken);
        if (found.Version > _held.Version) throw OtherWriter(found);
    }

    /// <summary>Ends the change and states the new totals; without effect when another writer took over, who counts anew.</summary>
    /// <exception cref="IndexException">The record is not as it was left.</exception>
    public async Task CompleteAsync(Statistics totals, CancellationToken cancellationToken)
    {
        await WriteHeldAsync(totals with { Version = _held.Version, IsWriting = false, WritingArticle = null, WritingUntil = null }, cancellationToken);
        var found = await ReadAsync(isPatient: true, cancellationToken);
        if (found.Version < _held.Version || (found.Version == _held.Version && found.Writer != _self.ToString())) throw OtherWriter(found);
    }

    /// <summary>Lets the next writer clean up at once; best effort.</summary>
    public async Task AbandonAsync()
    {
        using var limit = new CancellationTokenSource(AbandonLimit, time);
        try
        {
            await WriteHeldAsync(_held with { WritingUntil = StoredTime.Write(time.GetUtcNow()) }, limit.Token);
        }
        catch (Exception error) when (error is IndexException or OperationCanceledException)
        {
            // The lease runs out by itself.
        }
    }

    private async Task<bool> TryTakeAsync(Statistics found, string article, CancellationToken cancellationToken)
    {
        var taken = found with
        {
            Version = found.Version + 1,
            IsWriting = true,
            Writer = _self.ToString(),
            WritingArticle = article,
            WritingUntil = Until(),
        };
        await WriteAsync(taken, found.Version, cancellationToken);
        var now = await ReadAsync(isPatient: true, cancellationToken);
        if (now.Version != taken.Version || now.Writer != taken.Writer) return false;
        _held = taken;
        Volatile.Write(ref _renewed, time.GetTimestamp());
        return true;
    }

    private async Task WriteHeldAsync(Statistics statistics, CancellationToken cancellationToken)
    {
        await WriteAsync(statistics, _held.Version, cancellationToken);
        _held = statistics;
    }

    private Task WriteAsync(Statistics statistics, long expectedVersion, CancellationToken cancellationToken) => client.UpsertIfAsync(
        collections.Articles,
        new Point<Statistics>(RecordIds.Statistics, PointVectors.None, statistics),
        new PointFilter(Condition.Is("version", expectedVersion)),
        cancellationToken);

    private async Task<Statistics> ReadAsync(bool isPatient, CancellationToken cancellationToken)
    {
        var found = await client.RetrieveAsync<Statistics>(
            collections.Articles, [RecordIds.Statistics], true, isPatient, cancellationToken);
        return found.GetValueOrDefault(RecordIds.Statistics) ?? new Statistics();
    }

    private string Until() => StoredTime.Write(time.GetUtcNow() + duration);

    // A writer that is this very object left a change unfinished: it failed.
    private bool MayTakeOver(Statistics found) =>
        found.Writer == _self.ToString()
        || WriterIdentity.Parse(found.Writer) is not { IsGone: false }
        || StoredTime.ReadNullable(found.WritingUntil) is not { } until || until <= time.GetUtcNow();

    private IndexException OtherWriter(Statistics found)
    {
        var writer = WriterIdentity.Parse(found.Writer);
        return new IndexException(
            IndexFailure.OtherWriter,
            $"Process {writer?.ProcessId} on {writer?.Machine} is writing to the index in Qdrant at {client.Host} (article "
            + $"'{found.WritingArticle}'). Try again when it is done, or after {duration.TotalSeconds:0} seconds if it was killed.");
    }
}

/// <summary>The right to write.</summary>
/// <param name="Totals">What can be searched at the moment.</param>
/// <param name="Unfinished">The article whose change a writer before did not finish; null when all were finished.</param>
internal sealed record LeaseGrant(Statistics Totals, string? Unfinished);
