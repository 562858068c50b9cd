using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Assistant.IntegrationTests.Api;

/// <summary>What can be observed: a span a stage, with counts, under the request's trace; and the metrics.</summary>
[Collection(ApiTests.Name)]
public sealed class TelemetryTests(ApiServer server)
{
    private const string Question = "Who opened MAKS-2019 together with Putin?";

    [Fact]
    public async Task A_question_leaves_a_span_for_each_stage_in_one_trace_without_its_text()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Assistant" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await server.AskAsync(Question);

        var stages = spans.Where(static span => span.Source.Name == "Assistant").OrderBy(static span => span.StartTimeUtc).ToList();
        Assert.Equal(["retrieve", "read"], stages.Select(static span => span.OperationName));
        Assert.All(stages, static span => Assert.True((int)span.GetTagItem("assistant.passages")! > 0));
        Assert.Single(stages.Select(static span => span.TraceId).Distinct());
        Assert.DoesNotContain(
            spans.SelectMany(static span => span.TagObjects), static tag => tag.Value?.ToString()?.Contains("MAKS", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Questions_stages_articles_and_the_queue_are_measured()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Assistant") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();

        await server.AskAsync(Question);
        await server.AddAsync(new { key = "measured", text = "The tide gauge of Port Ellen was read at noon on Friday.", format = "text" });
        listener.RecordObservableInstruments();

        Assert.Equal(1, measured["assistant.questions"]);
        Assert.True(measured["assistant.stage.duration"] > 0);
        Assert.Equal(1, measured["assistant.articles"]);
        Assert.Equal(1, measured["assistant.passages.embedded"]);
        Assert.Equal(0, measured["assistant.questions.waiting"]);
        Assert.Equal(0, measured["assistant.chat.circuit_open"]);
    }
}
