using System.ClientModel;
using System.Net.Http.Json;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;

namespace Assistant.IntegrationTests.Api;

/// <summary>The official OpenAI client, unchanged.</summary>
[Collection(ApiTests.Name)]
public sealed class OpenAiTests(ApiServer server)
{
    private const string Question = "Who opened MAKS-2019 together with Putin?";

    [Fact]
    public async Task The_official_client_gets_a_completion_with_usage()
    {
        var completion = (await Client().GetChatClient("assistant").CompleteChatAsync(
            [new SystemChatMessage("Answer in rhymes."), new UserChatMessage(Question)],
            new ChatCompletionOptions { Temperature = 0.9f, MaxOutputTokenCount = 5 })).Value;

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal("assistant", completion.Model);
        Assert.Matches(@"\[1\]", completion.Content[0].Text);
        Assert.True(completion.Usage.InputTokenCount > 0);
        Assert.Equal(completion.Usage.TotalTokenCount, completion.Usage.InputTokenCount + completion.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task The_official_client_gets_the_same_text_streamed()
    {
        var client = Client().GetChatClient("assistant-extractive");
        var whole = (await client.CompleteChatAsync(new UserChatMessage(Question))).Value.Content[0].Text;

        var text = string.Empty;
        ChatFinishReason? finish = null;
        await foreach (var update in client.CompleteChatStreamingAsync(new UserChatMessage(Question)))
        {
            text += string.Concat(update.ContentUpdate.Select(static part => part.Text));
            finish = update.FinishReason ?? finish;
        }

        Assert.Equal(whole, text);
        Assert.Equal(ChatFinishReason.Stop, finish);
    }

    [Fact]
    public async Task The_official_client_lists_the_models()
    {
        var models = (await Client().GetOpenAIModelClient().GetModelsAsync()).Value;

        Assert.Equal(["assistant", "assistant-extractive", "assistant-generative"], models.Select(static model => model.Id));
    }

    [Fact]
    public async Task The_official_client_understands_the_errors()
    {
        var unknown = await Assert.ThrowsAsync<ClientResultException>(
            () => Client().GetChatClient("gpt-unknown").CompleteChatAsync(new UserChatMessage(Question)));
        var tools = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("f") } };
        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => Client().GetChatClient("assistant").CompleteChatAsync([new UserChatMessage(Question)], tools));

        Assert.Equal(404, unknown.Status);
        Assert.Contains("gpt-unknown", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(400, refused.Status);
        Assert.Contains("Tools", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_carries_citations_and_status()
    {
        using var response = await server.Client.PostAsJsonAsync("/v1/chat/completions", new
        {
            model = "assistant",
            messages = new[] { new { role = "user", content = Question } },
        });

        var message = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("choices")[0].GetProperty("message");

        Assert.Equal("answered", message.GetProperty("status").GetString());
        Assert.NotEmpty(message.GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task The_stream_has_unnamed_events_citations_before_the_end_usage_and_DONE()
    {
        using var response = await server.Client.PostAsJsonAsync("/v1/chat/completions", new
        {
            model = "assistant",
            stream = true,
            stream_options = new { include_usage = true },
            messages = new[] { new { role = "user", content = Question } },
        });

        var text = await response.Content.ReadAsStringAsync();
        var data = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.DoesNotContain("event:", text, StringComparison.Ordinal);
        Assert.All(data, static part => Assert.StartsWith("data: ", part, StringComparison.Ordinal));
        Assert.Equal("data: [DONE]", data[^1]);
        var parts = data[..^1].Select(static part => JsonSerializer.Deserialize<JsonElement>(part[6..])).ToList();
        Assert.True(parts[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
        Assert.Empty(parts[^1].GetProperty("choices").EnumerateArray());
        Assert.Equal("stop", parts[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        var delta = parts[^3].GetProperty("choices")[0].GetProperty("delta");
        Assert.Equal("answered", delta.GetProperty("status").GetString());
        Assert.NotEmpty(delta.GetProperty("citations").EnumerateArray());
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("""{"model":"assistant","messages":"hello"}""", 400)]
    [InlineData("""{"model":"assistant","messages":[{"role":"user","content":"Q"}],"n":3}""", 400)]
    [InlineData("""{"model":"other","messages":[{"role":"user","content":"Q"}]}""", 404)]
    public async Task Errors_have_OpenAIs_form(string body, int status)
    {
        using var response = await server.Client.PostAsync("/v1/chat/completions", ApiServer.Json(body));

        Assert.Equal(status, (int)response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.True(error.TryGetProperty("code", out _));
        Assert.True(error.TryGetProperty("param", out _));
    }

    private OpenAIClient Client() => new(
        new ApiKeyCredential("unused"), new OpenAIClientOptions { Endpoint = new Uri(server.Address, "/v1") });
}
