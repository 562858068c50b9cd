using System.Text.Json.Serialization;

namespace Assistant.Api.Articles;

/// <summary>What the text of an article is written in.</summary>
internal enum ArticleFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML; only the article in it is kept.</summary>
    Html,
}

/// <summary>An article to add.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ArticleRequest
{
    /// <summary>Your own name for the article, at most 500 characters; posting the same key again makes a new revision.</summary>
    public string? Key { get; init; }

    /// <summary>Headline; else it is taken from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The article.</summary>
    public string? Text { get; init; }

    /// <summary>What the text is written in.</summary>
    public ArticleFormat? Format { get; init; }

    /// <summary>Address of a page or a feed to fetch instead of text; of this machine and its network only when the server allows it.</summary>
    public string? Url { get; init; }
}
