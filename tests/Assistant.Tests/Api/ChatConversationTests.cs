using System.Text.Json;
using Assistant.Api.OpenAi;
using Assistant.Api.Problems;
using Assistant.Core;

namespace Assistant.Tests.Api;

public sealed class ChatConversationTests
{
    [Fact]
    public void Takes_the_last_user_message_as_the_question_and_the_others_as_history()
    {
        var question = Read("""
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Who?"},
             {"role":"assistant","content":"He."},{"role":"user","content":"When?"}],"temperature":0.3,"seed":7,"unheard_of":[1]}
            """);

        Assert.Equal("When?", question.Text);
        Assert.Equal([new Turn(TurnRole.User, "Who?"), new Turn(TurnRole.Assistant, "He.")], question.History);
    }

    [Fact]
    public void Joins_text_parts()
    {
        var question = Read("""{"messages":[{"role":"user","content":[{"type":"text","text":"Who"},{"type":"text","text":"opened it?"}]}]}""");

        Assert.Equal("Who\nopened it?", question.Text);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[null]}""")]
    [InlineData("""{"messages":[{"role":"user","content":""}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"   "}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":42}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"\udfff"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"\ud800","text":"Q"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"\ud800":1,"type":"text"}]}]}""")]
    [InlineData("""{"messages":[{"role":"system","content":"only"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]}""")]
    [InlineData("""{"messages":[{"role":"tool","content":"Q"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"n":2}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"n":0}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"tools":[{"type":"function"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"functions":[{}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"response_format":{"type":"json_object"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]}""")]
    public void Refuses_what_it_cannot_do(string json)
    {
        var refusal = Assert.Throws<ProblemException>(() => Read(json));

        Assert.Equal(400, refusal.Problem.Status);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"n":1,"tools":[],"response_format":{"type":"text"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":"Q"}],"tools":null,"functions":null,"stream":null}""")]
    public void Accepts_what_asks_for_nothing_more(string json) => Assert.Equal("Q", Read(json).Text);

    private static Question Read(string json) =>
        ChatConversation.ToQuestion(JsonSerializer.Deserialize<ChatRequest>(json, ChatRequest.Json)!);
}
