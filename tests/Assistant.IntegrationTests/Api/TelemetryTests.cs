using System.Net.Http.Json;

namespace Assistant.IntegrationTests.Api;

/// <summary>What can be observed: a span a stage, with counts, under the request's trace; and the metrics.</summary>
[Collection(ApiTests.Name)]
public sealed class TelemetryTests(ApiServer server)
{
    private const string Question = "Who opened MAKS-2019 together with Putin?";

    [Fact]
    public async Task A_question_leaves_a_span_for_each_stage_in_one_trace_without_its_text()
    {
        using var spans = new Spans();

        await server.AskAsync(Question);

        Assert.Equal(["retrieve", "read"], spans.Stages.Select(static span => span.OperationName));
        Assert.All(spans.Stages, static span => Assert.True((int)span.GetTagItem("assistant.passages")! > 0));
        Assert.Single(spans.Stages.Select(static span => span.TraceId).Distinct());
        Assert.DoesNotContain(spans.TagValues, static value => value?.Contains("MAKS", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_follow_up_leaves_a_span_for_being_understood()
    {
        using var spans = new Spans();

        using var response = await server.Client.PostAsJsonAsync("/v1/answers", new
        {
            question = "And who paid for it?",
            history = new object[] { new { role = "user", content = Question }, new { role = "assistant", content = "Erdogan." } },
        });

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(["rewrite", "retrieve", "read"], spans.Stages.Select(static span => span.OperationName));
        Assert.Equal(2, spans.Stages[0].GetTagItem("assistant.turns"));
    }

    [Fact]
    public async Task Questions_stages_articles_and_the_queue_are_measured()
    {
        using var measured = new Measurements();

        await server.AskAsync(Question);
        await server.AddAsync(new { key = "measured", text = "The tide gauge of Port Ellen was read at noon on Friday.", format = "text" });
        await measured.WaitForAsync("assistant.stage.duration", "assistant.stage=ingest;");
        measured.Observe();

        Assert.Equal([1], measured.Of("assistant.questions", "assistant.status=answered;assistant.mode=extractive;"));
        foreach (var stage in new[] { "retrieve", "read", "total", "embed", "ingest" })
            Assert.True(Assert.Single(measured.Of("assistant.stage.duration", $"assistant.stage={stage};")) > 0, stage);
        Assert.Equal([1], measured.Of("assistant.articles", "assistant.outcome=added;"));
        Assert.Equal([1], measured.Of("assistant.passages.embedded"));
        Assert.Equal([0], measured.Of("assistant.questions.waiting"));
        Assert.Equal([0], measured.Of("assistant.chat.circuit_open"));
        Assert.Empty(measured.Of("assistant.refusals"));
        Assert.Empty(measured.Of("assistant.fallbacks"));
    }
}
