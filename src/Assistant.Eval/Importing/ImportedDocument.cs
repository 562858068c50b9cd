namespace Assistant.Eval.Importing;

/// <summary>A document to be written to a suite's corpus.</summary>
/// <param name="Id">Corpus id.</param>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Text">Not blank.</param>
/// <param name="Url">Link to the original; null when unknown.</param>
internal sealed record ImportedDocument(string Id, string Title, string Text, string? Url = null);
