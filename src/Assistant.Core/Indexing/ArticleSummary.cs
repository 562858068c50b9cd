namespace Assistant.Core.Indexing;

/// <summary>An article in a list: all but its text.</summary>
/// <param name="Id">Article id.</param>
/// <param name="Revision">Active revision.</param>
/// <param name="Key">The article's key.</param>
/// <param name="Title">Headline.</param>
/// <param name="Source">Publisher.</param>
/// <param name="Url">Link to the original.</param>
/// <param name="PublishedAt">Publication time, UTC.</param>
/// <param name="PassageCount">Passages of the active revision.</param>
public sealed record ArticleSummary(
    string Id,
    string Revision,
    [property: System.Text.Json.Serialization.JsonIgnore] string Key,
    string Title,
    string Source,
    string? Url,
    DateTimeOffset? PublishedAt,
    int PassageCount);
