namespace Assistant.Core.Answering;

/// <summary>What the reader says of a claim.</summary>
/// <param name="Logit">The claim logit.</param>
/// <param name="Reason">Why the passage does not support it; null when the reader has nothing against it.</param>
public sealed record ClaimReading(double Logit, string? Reason);
