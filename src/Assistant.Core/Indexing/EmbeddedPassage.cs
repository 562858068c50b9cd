namespace Assistant.Core.Indexing;

/// <summary>A passage and its embedding.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Embedding">[dimension], unit length; owned by the callee from here on.</param>
public sealed record EmbeddedPassage(Passage Passage, ReadOnlyMemory<float> Embedding);
