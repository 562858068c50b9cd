using System.Text.Json.Serialization;

namespace Assistant.Api;

/// <summary>Which articles may be searched; every part that is given must hold.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FilterRequest
{
    /// <summary>Publishers, compared without regard to case.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Language subtags, e.g. <c>en</c>.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Article ids.</summary>
    public IReadOnlyList<string>? ArticleIds { get; init; }

    /// <summary>Published at or after this time; leaves out undated articles.</summary>
    public DateTimeOffset? PublishedAfter { get; init; }

    /// <summary>Published before this time; leaves out undated articles.</summary>
    public DateTimeOffset? PublishedBefore { get; init; }
}
