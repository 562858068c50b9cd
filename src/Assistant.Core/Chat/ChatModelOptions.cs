using System.ComponentModel.DataAnnotations;
using Assistant.Core.Configuration;

namespace Assistant.Core.Chat;

/// <summary>The chat model that writes answers; without an endpoint answers are quotes.</summary>
public sealed class ChatModelOptions
{
    /// <summary>Base address of an OpenAI-compatible API, e.g. <c>http://127.0.0.1:11434/v1</c>; empty turns the model off.</summary>
    [Url]
    [RegularExpression("(?i)https?://[^/?#@]+([/?#].*)?", ErrorMessage = "Chat:Endpoint begins with http:// or https:// and holds no user or password; a key goes to Chat:ApiKey.")]
    public string? Endpoint { get; set; }

    /// <summary>Name of the model at that endpoint.</summary>
    public string Model { get; set; } = "default";

    /// <summary>Key for the endpoint, when it wants one.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Most tokens of passages in the prompt, counted by our tokenizer.</summary>
    [Range(100, 100_000)]
    public int ContextTokens { get; set; } = 1800;

    /// <summary>Longest wait for the first word, and for each next one, in seconds.</summary>
    [Range(0.1, 600)]
    public double FirstTokenSeconds { get; set; } = 20;

    /// <summary>Longest time for the whole answer, in seconds.</summary>
    [Range(0.1, 3600)]
    public double TotalSeconds { get; set; } = 60;

    /// <summary>How often a failed call is tried again, only before the first word.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>Shows sentences that the articles do not support, marked, instead of removing them.</summary>
    public bool KeepUnsupported { get; set; }
}
