using Assistant.Core.Ingestion;

namespace Assistant.Core;

/// <summary>The exact characters of an article that a sentence of an answer stands on.</summary>
/// <remarks>Invariant: <c>Quote == article.Text[Start..End]</c> of that revision; else the citation is not emitted.</remarks>
public sealed record Citation
{
    /// <summary>1-based number within the answer.</summary>
    public required int Number { get; init; }

    /// <summary>The cited article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The cited revision; resolves also after a newer one was stored.</summary>
    public required string Revision { get; init; }

    /// <summary>The passage that the quote begins in.</summary>
    public required Guid PassageId { get; init; }

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The characters at those offsets.</summary>
    public required string Quote { get; init; }

    /// <summary>The article's title.</summary>
    public required string Title { get; init; }

    /// <summary>The article's publisher.</summary>
    public required string Source { get; init; }

    /// <summary>Link to the original.</summary>
    public string? Url { get; init; }

    /// <summary>The article's publication time, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Cites characters of an article.</summary>
    /// <param name="number">1-based number within the answer.</param>
    /// <param name="article">The revision that was searched.</param>
    /// <param name="passageId">The passage that the quote begins in.</param>
    /// <param name="quote">Where in the article's text; within it.</param>
    internal static Citation Of(int number, Article article, Guid passageId, TextSpan quote) => new()
    {
        Number = number,
        ArticleId = article.Id,
        Revision = article.Revision,
        PassageId = passageId,
        Start = quote.Start,
        End = quote.End,
        Quote = article.Text[quote.Start..quote.End],
        Title = article.Title,
        Source = article.Source,
        Url = article.Url,
        PublishedAt = article.PublishedAt,
    };
}
