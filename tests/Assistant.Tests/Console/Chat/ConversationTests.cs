using Assistant.Console.Chat;
using Assistant.Core;

namespace Assistant.Tests.Console.Chat;

public class ConversationTests
{
    [Fact]
    public void Begins_empty()
    {
        var conversation = new Conversation();

        Assert.Empty(conversation.Turns);
        Assert.Null(conversation.LastAnswer);
    }

    [Fact]
    public void Keeps_only_the_last_turns_with_questions_as_they_were_understood()
    {
        var conversation = new Conversation();
        for (var i = 0; i < 100; i++)
            conversation.Add(ScriptedAnswers.Refusal(new Question { Text = "typed" }) with { StandaloneQuestion = $"understood {i}" });

        Assert.Equal(Conversation.MaximumTurns, conversation.Turns.Count);
        Assert.Equal(new Turn(TurnRole.User, "understood 94"), conversation.Turns[0]);
        Assert.Equal(TurnRole.Assistant, conversation.Turns[^1].Role);
        Assert.Equal("understood 99", conversation.LastAnswer!.StandaloneQuestion);
    }
}
