namespace Assistant.Inference;

/// <summary>What the reader reads.</summary>
/// <param name="Title">Title of the article; may be empty.</param>
/// <param name="Text">The passage's characters; may be empty.</param>
public sealed record ReaderPassage(string Title, string Text);
