using System.ClientModel;
using Polly.CircuitBreaker;

namespace Assistant.Core.Chat;

/// <summary>What an exception of the client or the network means.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class FailureMapping
{
    /// <summary>The failure.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="hasBegun">The first word had come.</param>
    /// <returns>Garbage for an exception that nobody expects: what the endpoint sent has thrown the client's reader.</returns>
    public static GeneratorException ToFailure(Exception exception, bool hasBegun) => exception switch
    {
        GeneratorException failure => failure,
        BrokenCircuitException => new GeneratorException(GeneratorFailure.CircuitOpen, exception),
        ClientResultException { Status: 429 } limited => new GeneratorException(GeneratorFailure.RateLimited, exception) { RetryAfter = RetryAfterHeader.Of(limited) },
        ClientResultException { Status: 400 or 413 or 422 } refused when IsTooLong(refused.Message) => new GeneratorException(GeneratorFailure.ContextTooLong, exception),
        ClientResultException { Status: >= 300 and < 500 and not (408 or 409 or 425) } => new GeneratorException(GeneratorFailure.Rejected, exception),
        OperationCanceledException or TimeoutException => new GeneratorException(GeneratorFailure.Timeout, exception),
        ClientResultException or HttpRequestException or IOException or AggregateException =>
            new GeneratorException(hasBegun ? GeneratorFailure.ConnectionCut : GeneratorFailure.Unavailable, exception),
        _ => new GeneratorException(GeneratorFailure.Garbage, exception),
    };

    /// <summary>Whether another try may help.</summary>
    public static bool IsTransient(GeneratorException failure) =>
        failure.Failure is GeneratorFailure.RateLimited or GeneratorFailure.Empty or GeneratorFailure.Unavailable;

    private static bool IsTooLong(string message) =>
        message.Contains("context", StringComparison.OrdinalIgnoreCase) || message.Contains("too long", StringComparison.OrdinalIgnoreCase)
        || message.Contains("too many tokens", StringComparison.OrdinalIgnoreCase) || message.Contains("maximum", StringComparison.OrdinalIgnoreCase);
}
