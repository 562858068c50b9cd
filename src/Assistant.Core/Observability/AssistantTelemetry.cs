using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Assistant.Core.Observability;

/// <summary>The traces and metrics of the assistant; they cost next to nothing until somebody listens.</summary>
/// <remarks>Names and tags hold no text of questions, passages or prompts. Thread-safe.</remarks>
public static class AssistantTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Assistant";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Questions = Meter.CreateCounter<long>(
        "assistant.questions", "{question}", "Questions answered, by status and mode.");

    private static readonly Counter<long> Degraded = Meter.CreateCounter<long>(
        "assistant.fallbacks", "{answer}", "Answers that are less than what was asked for.");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(
        "assistant.articles", "{article}", "Articles ingested, by outcome.");

    private static readonly Counter<long> Passages = Meter.CreateCounter<long>(
        "assistant.passages.embedded", "{passage}", "Passages embedded.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "assistant.refusals", "{request}", "Requests turned away because there were too many.");

    private static readonly Histogram<double> Stages = Meter.CreateHistogram<double>(
        "assistant.stage.duration", "s", "Duration of a stage of answering or ingesting; total is from question to answer.");

    /// <summary>Begins a stage; dispose of it at the stage's end.</summary>
    /// <param name="stage">E.g. <c>retrieve</c>.</param>
    public static Stage Begin(string stage) => Begin(stage, default);

    /// <summary>Counts an answer and the time it took.</summary>
    public static void Count(Answer answer)
    {
        Questions.Add(
            1, new("assistant.status", AssistantJson.NameOf(answer.Status)), new("assistant.mode", AssistantJson.NameOf(answer.Mode)));
        if (answer.Degraded is not null) Degraded.Add(1);
        Record("total", TimeSpan.FromMilliseconds(answer.Timings.TotalMilliseconds));
    }

    /// <summary>Counts a request that was turned away.</summary>
    public static void CountRefusal() => Refusals.Add(1);

    /// <summary>Counts articles of one outcome.</summary>
    public static void CountArticles(string outcome, int count) => Articles.Add(count, new KeyValuePair<string, object?>("assistant.outcome", outcome));

    /// <summary>Counts embedded passages.</summary>
    public static void CountPassages(int count) => Passages.Add(count);

    /// <summary>Begins a stage inside a span; inside the one that is current when the parent is none.</summary>
    internal static Stage Begin(string stage, ActivityContext parent) =>
        new(stage, Source.StartActivity(stage, ActivityKind.Internal, parent));

    /// <summary>Measures a stage.</summary>
    internal static void Record(string stage, TimeSpan duration) =>
        Stages.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("assistant.stage", stage));
}
