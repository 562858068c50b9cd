namespace Assistant.Core.Configuration;

/// <summary>The configuration cannot be used; the message names the key and says what to do.</summary>
public sealed class ConfigurationException(string message, Exception? innerException = null)
    : Exception(message, innerException);
