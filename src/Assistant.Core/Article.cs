using System.Text.Json.Serialization;

namespace Assistant.Core;

/// <summary>A source document as the user knows it: canonical plain text and where it came from.</summary>
/// <remarks>Immutable. Offsets everywhere are half-open UTF-16 code units of <see cref="Text"/>.</remarks>
public sealed record Article
{
    /// <summary>First 26 characters of base32(SHA-256(<see cref="Key"/>)), lower case; see <see cref="ArticleKey"/>.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 (hex, first 26 characters) of text and metadata; changes whenever either does.</summary>
    public required string Revision { get; init; }

    /// <summary>Canonical URL, <c>root:relative/path</c>, or the client's key; never shown, because it may hold a path.</summary>
    [JsonIgnore]
    public required string Key { get; init; }

    /// <summary>Headline; the file's name when the article has none. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Publisher: site name, else host, else the root's name.</summary>
    public required string Source { get; init; }

    /// <summary>Link to the original, when the article states one.</summary>
    public string? Url { get; init; }

    /// <summary>Author as the article states it.</summary>
    public string? Author { get; init; }

    /// <summary>Publication time as the article states it, UTC; never a file time.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 primary language subtag, or <c>und</c> when unsure.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Canonical text: NFC, LF line ends, blocks separated by a blank line. Quotes are exact in it.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 (lower-case hex, 64 characters) of <see cref="Text"/> in UTF-8.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When this revision was first stored, UTC.</summary>
    public DateTimeOffset IngestedAt { get; init; }
}
