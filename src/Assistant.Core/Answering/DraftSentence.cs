namespace Assistant.Core.Answering;

/// <summary>A sentence as the generator wrote it, its citation markers taken out.</summary>
/// <param name="Text">The sentence on one line.</param>
/// <param name="Numbers">The context passages it cites, in order, each once; only numbers that exist.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<int> Numbers);
