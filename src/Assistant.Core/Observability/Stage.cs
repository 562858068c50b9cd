using System.Diagnostics;

namespace Assistant.Core.Observability;

/// <summary>A stage that is under way: a span, and its duration in the metrics; dispose of it at the stage's end.</summary>
/// <remarks>Not thread-safe: one stage is one piece of work.</remarks>
public sealed class Stage : IDisposable
{
    private readonly string _name;
    private readonly Activity? _span;
    private readonly long _began = Stopwatch.GetTimestamp();

    internal Stage(string name, Activity? span)
    {
        _name = name;
        _span = span;
    }

    /// <summary>Begins a stage inside this one, wherever the caller is: an iterator forgets the span it is in at every step.</summary>
    /// <param name="name">E.g. <c>check</c>.</param>
    public Stage Begin(string name) => AssistantTelemetry.Begin(name, _span?.Context ?? default);

    /// <summary>Notes a count or a short name on the span; never text of questions, passages or prompts.</summary>
    /// <param name="name">Without the prefix, e.g. <c>passages</c>.</param>
    /// <param name="value">The value.</param>
    public void Tag(string name, object value) => _span?.SetTag($"assistant.{name}", value);

    /// <inheritdoc/>
    public void Dispose()
    {
        _span?.Dispose();
        AssistantTelemetry.Record(_name, Stopwatch.GetElapsedTime(_began));
    }
}
