using System.Collections.Concurrent;
using System.Diagnostics;

namespace Assistant.IntegrationTests.Api;

/// <summary>Listens to the spans of the assistant and of the framework's requests.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Assistant" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The tags of every span.</summary>
    public IEnumerable<string?> TagValues => _ended.SelectMany(static span => span.TagObjects).Select(static tag => tag.Value?.ToString());

    /// <summary>The stages that ended, in the order in which they began.</summary>
    public IReadOnlyList<Activity> Stages =>
        [.. _ended.Where(static span => span.Source.Name == "Assistant").OrderBy(static span => span.StartTimeUtc)];

    public void Dispose() => _listener.Dispose();
}
