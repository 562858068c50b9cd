namespace Assistant.Core.Chat;

/// <summary>Why a chat model gave no usable answer.</summary>
public enum GeneratorFailure
{
    /// <summary>No first word, or no end, in time.</summary>
    Timeout,

    /// <summary>The endpoint asked to come back later.</summary>
    RateLimited,

    /// <summary>The prompt does not fit the model.</summary>
    ContextTooLong,

    /// <summary>The model or its filter refused.</summary>
    Refused,

    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>What was written is not an answer in sentences.</summary>
    Garbage,

    /// <summary>The text did not end.</summary>
    Endless,

    /// <summary>The text is not in English.</summary>
    WrongLanguage,

    /// <summary>The connection ended in the middle of the text.</summary>
    ConnectionCut,

    /// <summary>The endpoint cannot be reached, or answers with an error of its own.</summary>
    Unavailable,

    /// <summary>The endpoint does not take the request: its address, the model's name or the key is wrong.</summary>
    Rejected,

    /// <summary>The endpoint failed so often that it is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>The model said that the passages do not answer.</summary>
    NoAnswer,

    /// <summary>No sentence passed its check.</summary>
    NothingSupported,
}
