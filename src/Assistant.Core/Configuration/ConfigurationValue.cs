namespace Assistant.Core.Configuration;

/// <summary>One configured value and where it came from.</summary>
/// <param name="Key">E.g. <c>Retrieval:DenseCount</c>.</param>
/// <param name="Value">The value in force; null when unset.</param>
/// <param name="Origin"><c>option</c>, <c>environment</c>, <c>assistant.json</c> or <c>default</c>.</param>
public sealed record ConfigurationValue(string Key, string? Value, string Origin);
