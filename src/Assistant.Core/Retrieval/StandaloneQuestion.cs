namespace Assistant.Core.Retrieval;

/// <summary>A question made to stand alone.</summary>
/// <param name="SearchText">What is searched: may hold the turn before as well.</param>
/// <param name="ReaderText">What the reader and the gate see.</param>
public sealed record StandaloneQuestion(string SearchText, string ReaderText);
