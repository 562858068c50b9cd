namespace Assistant.Eval.Suites;

/// <summary>Half-open range of UTF-16 code units of a corpus document's text.</summary>
/// <param name="DocumentId">Corpus id.</param>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit.</param>
internal sealed record DocumentSpan(string DocumentId, int Start, int End)
{
    /// <summary>True when the two ranges share a code unit.</summary>
    public bool Overlaps(string documentId, int start, int end) =>
        string.Equals(DocumentId, documentId, StringComparison.Ordinal) && Start < end && start < End;
}
