namespace Assistant.Core;

/// <summary>A whole block of an article's file that cleaning dropped from its text.</summary>
/// <param name="Text">The block's characters.</param>
/// <param name="Reason">Why it was dropped, e.g. <c>navigation</c>, <c>comment spam</c>, <c>page header</c>.</param>
public sealed record RemovedBlock(string Text, string Reason);
