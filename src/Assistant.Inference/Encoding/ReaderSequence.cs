namespace Assistant.Inference.Encoding;

/// <summary>A question and a passage as one input of the encoder.</summary>
/// <param name="Tokens">The whole input.</param>
/// <param name="PassageStart">Position of the passage's first token in it.</param>
/// <param name="PassageTokens">The passage's tokens that fitted, with their places in its text.</param>
internal sealed record ReaderSequence(TokenSequence Tokens, int PassageStart, Token[] PassageTokens);
