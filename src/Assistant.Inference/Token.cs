namespace Assistant.Inference;

/// <summary>One word piece of a text.</summary>
/// <param name="Id">Row of the vocabulary.</param>
/// <param name="Start">First UTF-16 code unit in the text as it was given.</param>
/// <param name="End">One past the last UTF-16 code unit; several pieces of one character share its offsets.</param>
public readonly record struct Token(int Id, int Start, int End);
