using System.Text.Json.Serialization;
using Assistant.Core;

namespace Assistant.Api.OpenAi;

/// <summary>An OpenAI chat completion, whole or a part of a stream.</summary>
/// <param name="Id"><c>chatcmpl-</c> and the answer's id.</param>
/// <param name="Object"><c>chat.completion</c> or <c>chat.completion.chunk</c>.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Choices">One choice; none in the part that tells the usage.</param>
/// <param name="Usage">Tokens read and written, by the chat model's count when it wrote and told, else by our tokenizer.</param>
internal sealed record ChatCompletion(
    string Id, string Object, long Created, string Model, IReadOnlyList<ChatChoice> Choices, ChatUsage? Usage = null);

/// <summary>The one choice of a completion.</summary>
internal sealed record ChatChoice
{
    /// <summary>Always 0.</summary>
    public int Index { get; init; }

    /// <summary>The message, when the completion is whole.</summary>
    public ChatReply? Message { get; init; }

    /// <summary>What is added, when the completion is streamed.</summary>
    public ChatReply? Delta { get; init; }

    /// <summary><c>stop</c> at the end, else null.</summary>
    [JsonPropertyName("finish_reason")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? FinishReason { get; init; }
}

/// <summary>A message of the assistant, or a part of one, with what OpenAI's form has no place for.</summary>
internal sealed record ChatReply
{
    /// <summary><c>assistant</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The sentences, each followed by the numbers of its citations in brackets.</summary>
    public string? Content { get; init; }

    /// <summary>The answer's citations.</summary>
    public IReadOnlyList<Citation>? Citations { get; init; }

    /// <summary>How the question ended.</summary>
    public AnswerStatus? Status { get; init; }
}

/// <summary>Tokens read and written.</summary>
/// <param name="PromptTokens">Of the chat model's prompt, else of all messages.</param>
/// <param name="CompletionTokens">Of all that the chat model wrote, else of the answer.</param>
/// <param name="TotalTokens">Both.</param>
internal sealed record ChatUsage(
    [property: JsonPropertyName("prompt_tokens")] long PromptTokens,
    [property: JsonPropertyName("completion_tokens")] long CompletionTokens,
    [property: JsonPropertyName("total_tokens")] long TotalTokens);
