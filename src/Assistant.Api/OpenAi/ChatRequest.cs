using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Api.OpenAi;

/// <summary>What is read of an OpenAI chat completion request; sampling parameters and unknown fields have no effect.</summary>
internal sealed record ChatRequest
{
    /// <summary>How a request is read: as OpenAI's clients write it, forgiving of fields that are not known here.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>One of those that <c>/v1/models</c> lists.</summary>
    public string? Model { get; init; }

    /// <summary>The conversation; the last user message is the question, system messages are ignored.</summary>
    public IReadOnlyList<ChatMessage?>? Messages { get; init; }

    /// <summary>Whether to send the completion in parts.</summary>
    public bool? Stream { get; init; }

    /// <summary>What to send while streaming.</summary>
    [JsonPropertyName("stream_options")]
    public ChatStreamOptions? StreamOptions { get; init; }

    /// <summary>How many completions; only one can be had.</summary>
    public int? N { get; init; }

    /// <summary>Refused unless empty.</summary>
    public JsonElement? Tools { get; init; }

    /// <summary>Refused unless empty.</summary>
    public JsonElement? Functions { get; init; }

    /// <summary>Refused unless of the type text.</summary>
    [JsonPropertyName("response_format")]
    public ChatResponseFormat? ResponseFormat { get; init; }
}

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>user</c>, <c>assistant</c>, <c>system</c> or <c>developer</c>.</param>
/// <param name="Content">A text, or a list of parts of the type text.</param>
internal sealed record ChatMessage(string? Role, JsonElement? Content);

/// <summary>What to send while streaming.</summary>
/// <param name="IncludeUsage">Whether the last part tells the usage.</param>
internal sealed record ChatStreamOptions([property: JsonPropertyName("include_usage")] bool? IncludeUsage);

/// <summary>The form of the completion.</summary>
/// <param name="Type">Only <c>text</c> can be had.</param>
internal sealed record ChatResponseFormat(string? Type);
