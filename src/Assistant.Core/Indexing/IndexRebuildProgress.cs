namespace Assistant.Core.Indexing;

/// <summary>How far a rebuild has come.</summary>
/// <param name="RevisionsDone">Revisions chunked.</param>
/// <param name="RevisionsTotal">Revisions of the index.</param>
public sealed record IndexRebuildProgress(int RevisionsDone, int RevisionsTotal);
