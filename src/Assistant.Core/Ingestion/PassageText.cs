namespace Assistant.Core.Ingestion;

/// <summary>The form of a passage that is embedded and indexed.</summary>
/// <remarks>Pure. Only the passage's own text is ever quoted.</remarks>
public static class PassageText
{
    /// <summary>Title, heading and text, a line each; a part that is empty, or that the text begins with, is left out.</summary>
    /// <param name="title">The article's title; may be empty.</param>
    /// <param name="heading">The heading that the passage stands under, if any.</param>
    /// <param name="text">The passage's text.</param>
    public static string ForIndexing(string title, string? heading, string text)
    {
        string?[] parts = [title, heading];
        var prefixes = parts.Where(part => !string.IsNullOrWhiteSpace(part) && !text.StartsWith(part, StringComparison.Ordinal));
        return string.Join('\n', prefixes.Distinct(StringComparer.Ordinal).Append(text));
    }
}
