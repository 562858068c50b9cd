namespace Assistant.Eval.Suites;

/// <summary>A sentence that answers a question, and every place where the judged documents hold it.</summary>
/// <param name="Text">The sentence as the suite gives it.</param>
/// <param name="Spans">At least one.</param>
internal sealed record GoldEvidence(string Text, IReadOnlyList<DocumentSpan> Spans);
