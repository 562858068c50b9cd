namespace Assistant.Core.Answering.Checking;

/// <summary>A denial in a sentence.</summary>
/// <param name="Cue">The word that denies.</param>
/// <param name="Scope">The content words that it denies; may be empty.</param>
internal sealed record Denial(TextWord Cue, IReadOnlyList<TextWord> Scope);
