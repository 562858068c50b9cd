namespace Assistant.Inference;

/// <summary>A part of a passage that may answer a question.</summary>
/// <param name="Start">First UTF-16 code unit in the passage's text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="Score">Sum of the start and end logits; higher is better; compare with <see cref="Reading.NullScore"/>.</param>
public sealed record AnswerSpan(int Start, int End, double Score);
