namespace Assistant.Core.Chat;

/// <summary>A chat model gave no usable answer; never a reason to fail a question.</summary>
public sealed class GeneratorException(GeneratorFailure failure, Exception? innerException = null)
    : Exception($"The chat model failed: {Describe(failure)}.", innerException)
{
    /// <summary>Why.</summary>
    public GeneratorFailure Failure { get; } = failure;

    /// <summary>How long the endpoint asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The reason in words, for <see cref="Answer.Degraded"/>.</summary>
    public static string Describe(GeneratorFailure failure) => failure switch
    {
        GeneratorFailure.Timeout => "it took too long",
        GeneratorFailure.RateLimited => "it is over its rate limit",
        GeneratorFailure.ContextTooLong => "the passages are too long for it",
        GeneratorFailure.Refused => "it refused",
        GeneratorFailure.Empty => "it wrote nothing",
        GeneratorFailure.Garbage => "what it wrote cannot be read",
        GeneratorFailure.Endless => "it did not stop writing",
        GeneratorFailure.WrongLanguage => "it did not write English",
        GeneratorFailure.ConnectionCut => "the connection broke off",
        GeneratorFailure.CircuitOpen => "it failed several times and is left alone for a while",
        GeneratorFailure.Rejected => "its endpoint rejects the request (see Chat:Endpoint, Chat:Model and Chat:ApiKey)",
        GeneratorFailure.NoAnswer => "it found no answer in the passages",
        GeneratorFailure.NothingSupported => "no sentence it wrote is supported by the articles",
        _ => "it cannot be reached",
    };
}
