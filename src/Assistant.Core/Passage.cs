namespace Assistant.Core;

/// <summary>A contiguous span of an article that is embedded, retrieved and cited.</summary>
/// <remarks>Invariant: <c>Text == article.Text[Start..End]</c>. Title and heading are indexed with it, not part of it.</remarks>
public sealed record Passage
{
    /// <summary>UUIDv5 over article id, revision, chunker version and ordinal.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article it is a span of.</summary>
    public required string ArticleId { get; init; }

    /// <summary>0-based position among the article's passages.</summary>
    public required int Ordinal { get; init; }

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The span's characters, exactly.</summary>
    public required string Text { get; init; }

    /// <summary>The heading that the span stands under, when the article has one there.</summary>
    public string? Heading { get; init; }
}
