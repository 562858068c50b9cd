namespace Assistant.Core.Answering;

/// <summary>A generated sentence after its check.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">Whether it follows.</param>
/// <param name="Reason">Why not; or how its citation was repaired.</param>
/// <param name="Passage">The context passage it stands on; null when it is not supported.</param>
/// <param name="Start">First UTF-16 code unit of the quote in the article's text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
public sealed record CheckedSentence(
    string Text, Verdict Verdict, string? Reason, ContextPassage? Passage, int Start, int End);
