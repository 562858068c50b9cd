using System.ComponentModel.DataAnnotations;

namespace Assistant.Core.Configuration;

/// <summary>Who may use the API, and how much.</summary>
public sealed class ApiOptions
{
    /// <summary>Keys beside those that <c>assistant keys create</c> made, for servers that keep no state of their own.</summary>
    public IReadOnlyList<ApiKeyOptions> Keys { get; set; } = [];

    /// <summary>Origins whose pages may call the API, separated by spaces; none unless set.</summary>
    public string? AllowedOrigins { get; set; }

    /// <summary>Largest body, in megabytes.</summary>
    [Range(1, 1024)]
    public int MaxBodyMegabytes { get; set; } = 32;

    /// <summary>Most requests a minute, for each key.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Most requests at once, for each key.</summary>
    [Range(1, 10_000)]
    public int RequestsAtOnce { get; set; } = 100;

    /// <summary>Questions that the models work on at once.</summary>
    [Range(1, 64)]
    public int ParallelQuestions { get; set; } = 2;

    /// <summary>Questions that may wait for the models; over it a client is told to come back later.</summary>
    [Range(0, 10_000)]
    public int QueuedQuestions { get; set; } = 16;

    /// <summary>The origins of <see cref="AllowedOrigins"/>.</summary>
    public string[] Origins() => (AllowedOrigins ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
