using System.ClientModel;
using Polly.CircuitBreaker;

namespace Assistant.Core.Chat;

/// <summary>What an exception of the client or the network means.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class FailureMapping
{
    /// <summary>The failure; null for an exception that is not one of the model's.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="hasBegun">The first word had come.</param>
    public static GeneratorException? ToFailure(Exception exception, bool hasBegun) => exception switch
    {
        GeneratorException failure => failure,
        BrokenCircuitException => new GeneratorException(GeneratorFailure.CircuitOpen, exception),
        ClientResultException { Status: 429 } limited => new GeneratorException(GeneratorFailure.RateLimited, exception) { RetryAfter = RetryAfterHeader.Of(limited) },
        ClientResultException { Status: 400 or 413 or 422 } refused when IsTooLong(refused.Message) => new GeneratorException(GeneratorFailure.ContextTooLong, exception),
        OperationCanceledException or TimeoutException => new GeneratorException(GeneratorFailure.Timeout, exception),
        ClientResultException or HttpRequestException or IOException or AggregateException or System.Text.Json.JsonException =>
            new GeneratorException(hasBegun ? GeneratorFailure.ConnectionCut : GeneratorFailure.Unavailable, exception),
        InvalidOperationException or FormatException or ArgumentException or NotSupportedException or KeyNotFoundException =>
            new GeneratorException(GeneratorFailure.Garbage, exception),
        _ => null,
    };

    /// <summary>Whether another try may help.</summary>
    public static bool IsTransient(GeneratorException failure) =>
        failure.Failure is GeneratorFailure.RateLimited or GeneratorFailure.Empty
        || (failure.Failure == GeneratorFailure.Unavailable && failure.InnerException is not ClientResultException { Status: >= 400 and < 500 });

    private static bool IsTooLong(string message) =>
        message.Contains("context", StringComparison.OrdinalIgnoreCase) || message.Contains("too long", StringComparison.OrdinalIgnoreCase)
        || message.Contains("too many tokens", StringComparison.OrdinalIgnoreCase) || message.Contains("maximum", StringComparison.OrdinalIgnoreCase);
}
