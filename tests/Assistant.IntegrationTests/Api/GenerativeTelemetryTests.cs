using System.Diagnostics;
using System.Net.Http.Json;
using Assistant.IntegrationTests.Chat;

namespace Assistant.IntegrationTests.Api;

/// <summary>What can be observed of a chat model: the spans of rewriting, writing and checking, fallbacks, the circuit.</summary>
public sealed class GenerativeTelemetryTests
{
    private const string Question = "Who opened MAKS-2019 together with Putin?";

    [Fact]
    public async Task A_written_answer_leaves_spans_for_rewriting_writing_and_each_check()
    {
        await using var model = await ScriptedEndpoint.StartAsync(
            ScriptedEndpoint.Say(Question),
            ScriptedEndpoint.Say("Erdogan opened the MAKS-2019 air show together with Putin [1]. ", "Nazarbayev cancelled the show [1]."));
        var server = await StartAsync(model);
        try
        {
            using var spans = new Spans();
            using var measured = new Measurements();

            using var response = await server.Client.PostAsJsonAsync("/v1/answers", new
            {
                question = "And who opened it together with Putin?",
                history = new object[] { new { role = "user", content = "What is MAKS-2019?" }, new { role = "assistant", content = "An air show." } },
            });

            Assert.True(response.IsSuccessStatusCode);
            Assert.Equal(
                ["rewrite", "retrieve", "read", "write", "check", "check"], spans.Stages.Select(static span => span.OperationName));
            var write = spans.Stages[3];
            Assert.Equal((1, 1), (write.GetTagItem("assistant.sentences"), write.GetTagItem("assistant.removed")));
            Assert.All(spans.Stages.TakeLast(2), check => AssertCheck(check, write));
            Assert.Equal(["supported", "unsupported"], spans.Stages.TakeLast(2).Select(static check => check.GetTagItem("assistant.verdict")));
            Assert.True((bool)spans.Stages[0].GetTagItem("assistant.rewritten")!);
            Assert.Single(measured.Of("assistant.questions", "assistant.status=partial;assistant.mode=generative;"));
            foreach (var stage in new[] { "rewrite", "write" }) Assert.Single(measured.Of("assistant.stage.duration", $"assistant.stage={stage};"));
            Assert.Equal(2, measured.Of("assistant.stage.duration", "assistant.stage=check;").Count);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_dead_model_is_seen_in_fallbacks_and_the_circuit()
    {
        await using var model = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(503, "{}"));
        var server = await StartAsync(model);
        try
        {
            using var measured = new Measurements();
            measured.Observe();
            Assert.DoesNotContain(1, measured.Of("assistant.chat.circuit_open"));

            for (var i = 0; i < 2; i++) await server.AskAsync(Question);
            measured.Observe();

            Assert.Equal([1, 1], measured.Of("assistant.fallbacks"));
            Assert.Contains(1, measured.Of("assistant.chat.circuit_open"));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static void AssertCheck(Activity check, Activity write)
    {
        Assert.Equal(write.SpanId, check.ParentSpanId);
        Assert.True((int)check.GetTagItem("assistant.passages")! > 0);
    }

    private static async Task<ApiServer> StartAsync(ScriptedEndpoint model)
    {
        var server = new ApiServer($"--Chat:Endpoint={model.Address}") { HasArticles = false };
        await server.InitializeAsync();
        const string article = "maks-2019-opening.html";
        await server.UploadAsync(article, await File.ReadAllBytesAsync(Path.Combine(ApiServer.SampleFolder(), article)));
        return server;
    }
}
