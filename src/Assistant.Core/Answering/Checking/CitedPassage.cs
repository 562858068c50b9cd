namespace Assistant.Core.Answering.Checking;

/// <summary>A passage that a sentence cites, as the checker sees it.</summary>
/// <param name="Title">The article's title; may be empty.</param>
/// <param name="Text">The passage.</param>
/// <param name="PublishedAt">The article's date, against which relative words are resolved.</param>
public sealed record CitedPassage(string Title, string Text, DateTimeOffset? PublishedAt);
