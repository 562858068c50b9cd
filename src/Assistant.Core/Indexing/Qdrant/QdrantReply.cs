using System.Net;
using System.Text.Json;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>What became of one attempt.</summary>
internal sealed record QdrantReply
{
    /// <summary>Status of a call that got no answer at all.</summary>
    public const int NoAnswer = 0;

    /// <summary>HTTP status; <see cref="NoAnswer"/> when there was none.</summary>
    public required int Status { get; init; }

    /// <summary><c>result</c> of the envelope; undefined without one.</summary>
    public JsonElement Result { get; init; }

    /// <summary>What the server said about a failure, shortened; never the key.</summary>
    public string? Message { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Set when a write was answered with success, but is not applied yet.</summary>
    public bool IsUnapplied { get; init; }

    /// <summary>Set when the answer was cut or is not JSON.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The attempt took longer than it may.</summary>
    public bool IsTimeout { get; init; }

    /// <summary>The caller goes on from it, with smaller calls.</summary>
    public bool IsFinal { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300 && !IsUnapplied && !IsUnreadable;

    /// <summary>A smaller call may go through.</summary>
    public bool IsTooLarge => IsTimeout || Status == (int)HttpStatusCode.RequestEntityTooLarge
        || (Status == (int)HttpStatusCode.BadRequest && Message?.Contains("JSON payload", StringComparison.Ordinal) == true);

    /// <summary>The same call may go through later. A 429 without a time is a call that is too large for its limit.</summary>
    public bool IsTransient => Status switch
    {
        NoAnswer or (int)HttpStatusCode.RequestTimeout => true,
        (int)HttpStatusCode.TooManyRequests => RetryAfter is not null,
        (int)HttpStatusCode.InternalServerError or (int)HttpStatusCode.BadGateway => true,
        (int)HttpStatusCode.ServiceUnavailable or (int)HttpStatusCode.GatewayTimeout => true,
        _ => IsUnapplied || IsUnreadable,
    };
}
