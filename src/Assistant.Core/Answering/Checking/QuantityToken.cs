namespace Assistant.Core.Answering.Checking;

/// <summary>A word, number or mark, in lower case, as the number parser sees it.</summary>
internal readonly record struct QuantityToken(string Text, int Start, int End);
