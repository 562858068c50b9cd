namespace Assistant.Core.Embeddings;

/// <summary>The embedding endpoint failed, or gives vectors that do not fit the index; the message says what to do.</summary>
/// <param name="message">Why and what to do, for people; never the key.</param>
/// <param name="innerException">What the client reported, if it did.</param>
public sealed class EmbeddingException(string message, Exception? innerException = null) : Exception(message, innerException);
