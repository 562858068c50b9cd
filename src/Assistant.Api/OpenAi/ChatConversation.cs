using System.Text.Json;
using Assistant.Api.Problems;
using Assistant.Core;
using Assistant.Core.Answering;

namespace Assistant.Api.OpenAi;

/// <summary>Reads the question and the turns before it out of an OpenAI conversation.</summary>
/// <remarks>Pure. System and developer messages are ignored: answers come from the articles alone.</remarks>
internal static class ChatConversation
{
    private const int MaximumMessages = 200;

    /// <summary>The question.</summary>
    /// <exception cref="ProblemException">The request asks for what cannot be had, or has no question.</exception>
    public static Question ToQuestion(ChatRequest request)
    {
        RefuseUnsupported(request);
        RequestChecks.Count(request.Messages?.Count ?? 0, "messages", MaximumMessages);
        var turns = (request.Messages ?? []).Select(ToTurn).OfType<Turn>().Where(static turn => turn.Content.Length > 0).ToList();
        if (turns.Count == 0 || turns[^1].Role != TurnRole.User) throw Invalid("The last message must be the user's question.");
        RequestChecks.Text(turns[^1].Content, "The last message", QuestionAnswerer.MaximumQuestionLength);
        foreach (var turn in turns) RequestChecks.Turn(turn);
        return new Question { Text = turns[^1].Content, History = turns[..^1] };
    }

    private static void RefuseUnsupported(ChatRequest request)
    {
        if (IsNotEmpty(request.Tools) || IsNotEmpty(request.Functions)) throw Invalid("Tools and functions are not supported.");
        if (request.N is not (null or 1)) throw Invalid("n must be 1: a question has one answer here.");
        if (request.ResponseFormat is { Type: not (null or "text") })
            throw Invalid("response_format must be text; POST /v1/answers gives the answer as JSON.");
    }

    private static bool IsNotEmpty(JsonElement? element) =>
        element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value
        && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private static Turn? ToTurn(ChatMessage? message) => message?.Role switch
    {
        "user" => new Turn(TurnRole.User, TextOf(message.Content)),
        "assistant" => new Turn(TurnRole.Assistant, TextOf(message.Content)),
        "system" or "developer" => null,
        _ => throw Invalid("A message's role must be user, assistant, system or developer."),
    };

    private static string TextOf(JsonElement? content)
    {
        try
        {
            return content switch
            {
                null or { ValueKind: JsonValueKind.Null } => string.Empty,
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(TextOfPart)),
                _ => throw Invalid("A message's content must be a text or a list of text parts."),
            };
        }
        catch (InvalidOperationException exception)
        {
            // JSON can write half a character, such as \ud800; only reading it fails.
            throw new ProblemException(Problem.InvalidValue("A message's content is not valid Unicode."), exception);
        }
    }

    private static string TextOfPart(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Object
            && part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("text")
            && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString()!;
        }

        throw Invalid("Only text parts are supported; images, audio and files are not.");
    }

    private static ProblemException Invalid(string detail) => new(Problem.InvalidValue(detail));
}
