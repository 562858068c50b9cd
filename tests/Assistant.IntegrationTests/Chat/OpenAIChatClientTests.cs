using Assistant.Core.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace Assistant.IntegrationTests.Chat;

public sealed class OpenAIChatClientTests
{
    private const string TooLong = """{"error":{"message":"This model's maximum context length is 4096 tokens.","type":"invalid_request_error","code":"context_length_exceeded"}}""";

    [Fact]
    public async Task Sends_the_messages_and_puts_the_pieces_together()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Say("Good ", "day."));
        using var client = ResilientChatClient.For(Options(endpoint), TimeProvider.System);

        var response = await client.GetResponseAsync(
            [new ChatMessage(ChatRole.System, "Be kind."), new ChatMessage(ChatRole.User, "Hello’ <b>")], new ChatOptions { Temperature = 0, MaxOutputTokens = 7 });

        Assert.Equal("Good day.", response.Text);
        var request = Assert.Single(endpoint.Requests);
        Assert.Equal("tiny", request.GetProperty("model").GetString());
        Assert.True(request.GetProperty("stream").GetBoolean());
        Assert.Equal(["system", "user"], request.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()));
        Assert.Contains("Hello’ <b>", request.GetProperty("messages")[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_the_tokens_and_tells_them()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.SayCounted(321, 45, "Good day."));
        using var client = ResilientChatClient.For(Options(endpoint), TimeProvider.System);

        var usage = (await client.GetResponseAsync("Hello")).Usage!;

        Assert.Equal((321, 45, 366), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount));
        Assert.True(endpoint.Requests[0].GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Theory]
    [InlineData(429, "{}", GeneratorFailure.RateLimited)]
    [InlineData(503, "{}", GeneratorFailure.Unavailable)]
    [InlineData(401, "{}", GeneratorFailure.Rejected)]
    [InlineData(404, "not json", GeneratorFailure.Rejected)]
    [InlineData(400, TooLong, GeneratorFailure.ContextTooLong)]
    public async Task Does_not_try_again_by_itself_and_says_what_a_status_means(int status, string body, GeneratorFailure expected)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(status, body));

        Assert.Equal(expected, await FailureAsync(endpoint));
        Assert.Single(endpoint.Requests);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("99999999", 86_400)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task Reads_Retry_After_as_seconds_or_as_a_date(string header, int? seconds)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(429, "{}", header));
        using var client = ResilientChatClient.For(Options(endpoint), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync("Hello"));

        Assert.Equal(seconds is { } expected ? TimeSpan.FromSeconds(expected) : null, failure.RetryAfter);
    }

    [Fact]
    public async Task Tries_again_after_what_Retry_After_says()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(429, "{}", "0"), ScriptedEndpoint.Say("Later."));
        using var client = ResilientChatClient.For(Options(endpoint, retries: 1), TimeProvider.System);

        Assert.Equal("Later.", (await client.GetResponseAsync("Hello")).Text);
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_connection_cut_in_mid_stream_is_not_tried_again()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.SayAndCut("Good ", "da"));
        using var client = ResilientChatClient.For(Options(endpoint, retries: 2), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync("Hello"));

        Assert.Equal(GeneratorFailure.ConnectionCut, failure.Failure);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_a_failure_of_the_model()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(static async context =>
        {
            await ScriptedEndpoint.SayPartAsync(context, "Good ");
            context.Abort();
        });

        Assert.True(await FailureAsync(endpoint) is GeneratorFailure.ConnectionCut or GeneratorFailure.Unavailable);
    }

    [Theory]
    [InlineData("<html>busy</html>", "text/html")]
    [InlineData("data: {not json}\n\n", "text/event-stream")]
    [InlineData("data: [1,2]\n\n", "text/event-stream")]
    [InlineData("data: null\n\n", "text/event-stream")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":5}}]}\n\n", "text/event-stream")]
    [InlineData("", "text/event-stream")]
    public async Task What_is_no_stream_of_completions_is_a_failure_of_the_model(string body, string type)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });

        Assert.NotNull(await FailureAsync(endpoint));
    }

    [Fact]
    public async Task An_answer_that_has_finished_needs_no_closed_connection()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(static async context =>
        {
            await ScriptedEndpoint.SayPartAsync(context, "Good day.");
            await context.Response.WriteAsync("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = ResilientChatClient.For(Options(endpoint), TimeProvider.System);

        Assert.Equal("Good day.", (await client.GetResponseAsync("Hello")).Text);
    }

    [Fact]
    public async Task A_line_without_end_is_not_kept()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(static async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: ");
            var part = new string('a', 1 << 20);
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(part, context.RequestAborted);
        });

        Assert.Equal(GeneratorFailure.Unavailable, await FailureAsync(endpoint));
    }

    [Fact]
    public async Task A_filter_that_steps_in_is_told()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(async context =>
        {
            await ScriptedEndpoint.SayPartAsync(context, "Well");
            await ScriptedEndpoint.EndAsync(context, "content_filter");
        });
        using var client = new OpenAIChatClient(Options(endpoint));

        Assert.Equal(ChatFinishReason.ContentFilter, (await client.GetResponseAsync("Hello")).FinishReason);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_unavailable()
    {
        using var client = ResilientChatClient.For(new ChatModelOptions { Endpoint = "http://127.0.0.1:9/v1", MaxRetries = 0 }, TimeProvider.System);

        Assert.Equal(GeneratorFailure.Unavailable, (await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync("Hello"))).Failure);
    }

    private static async Task<GeneratorFailure?> FailureAsync(ScriptedEndpoint endpoint)
    {
        using var client = ResilientChatClient.For(Options(endpoint), TimeProvider.System);
        return (await Assert.ThrowsAsync<GeneratorException>(() => client.GetResponseAsync("Hello"))).Failure;
    }

    private static ChatModelOptions Options(ScriptedEndpoint endpoint, int retries = 0) =>
        new() { Endpoint = endpoint.Address, Model = "tiny", MaxRetries = retries };
}
