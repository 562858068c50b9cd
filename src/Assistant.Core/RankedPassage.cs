using System.Text.Json.Serialization;

namespace Assistant.Core;

/// <summary>A passage that was retrieved for a question, with its article's description and every score it got.</summary>
public sealed record RankedPassage
{
    /// <summary>Passage id.</summary>
    public required Guid PassageId { get; init; }

    /// <summary>Article id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Revision of the article that was searched.</summary>
    [JsonIgnore]
    public required string Revision { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The article's publisher.</summary>
    public required string Source { get; init; }

    /// <summary>The article's link.</summary>
    [JsonIgnore]
    public string? Url { get; init; }

    /// <summary>The article's language.</summary>
    [JsonIgnore]
    public string Language { get; init; } = "und";

    /// <summary>The article's publication time, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The passage's characters.</summary>
    public required string Text { get; init; }

    /// <summary>The heading that the passage stands under.</summary>
    [JsonIgnore]
    public string? Heading { get; init; }

    /// <summary>1-based rank by embedding; null outside the dense list.</summary>
    public int? DenseRank { get; init; }

    /// <summary>Cosine with the query, in [-1, 1]; true also outside the dense list.</summary>
    public required double DenseScore { get; init; }

    /// <summary>1-based rank by BM25; null outside the lexical list.</summary>
    public int? LexicalRank { get; init; }

    /// <summary>BM25 score, at least 0; 0 when no term matches.</summary>
    public required double LexicalScore { get; init; }

    /// <summary>Rank fusion's score in [0, 1]; 0 until fused.</summary>
    public double FusedScore { get; init; }

    /// <summary>The reader's support logit; null when the reader did not see the passage.</summary>
    public double? ReaderScore { get; init; }
}
