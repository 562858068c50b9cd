using System.ComponentModel.DataAnnotations;
using Assistant.Core.Configuration;

namespace Assistant.Core.Embeddings;

/// <summary>Which model embeds queries and passages; a change needs a new index.</summary>
public sealed class EmbeddingOptions : IValidatableObject
{
    /// <summary><c>in-process</c>, or <c>openai</c> for an OpenAI-compatible endpoint.</summary>
    [RegularExpression("in-process|openai", ErrorMessage = "Embeddings:Provider is 'in-process' or 'openai'.")]
    public string Provider { get; set; } = "in-process";

    /// <summary>Base address of the endpoint, e.g. <c>http://127.0.0.1:11434/v1</c>.</summary>
    [Url]
    [RegularExpression("(?i)https?://[^/?#@]+([/?#].*)?", ErrorMessage = "Embeddings:Endpoint begins with http:// or https:// and holds no user or password; a key goes to Embeddings:ApiKey.")]
    public string? Endpoint { get; set; }

    /// <summary>Name of the model at that endpoint.</summary>
    public string Model { get; set; } = "default";

    /// <summary>Key for the endpoint, when it wants one.</summary>
    [Secret]
    public string? ApiKey { get; set; }

    /// <summary>Length of the model's vectors; every answer of the endpoint is checked against it.</summary>
    [Range(1, 16_384)]
    public int Dimension { get; set; } = 384;

    /// <summary>Put before each query, as the model's card says.</summary>
    public string QueryPrefix { get; set; } = string.Empty;

    /// <summary>Put before each passage, as the model's card says.</summary>
    public string PassagePrefix { get; set; } = string.Empty;

    /// <summary>Most texts in one request.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; set; } = 32;

    /// <summary>Longest time for a request with its repetitions, in seconds; one try has half of it.</summary>
    [Range(0.1, 3600)]
    public double TotalSeconds { get; set; } = 60;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == "openai" && string.IsNullOrWhiteSpace(Endpoint))
            yield return new ValidationResult("Embeddings:Provider 'openai' needs Embeddings:Endpoint.", [nameof(Endpoint)]);
    }
}
