namespace Assistant.Core.Ingestion.Web;

/// <summary>An RSS or Atom feed.</summary>
/// <param name="Address">Where it was found.</param>
/// <param name="Title">The publisher; null when it states none.</param>
/// <param name="Language">BCP 47; null when it states none.</param>
/// <param name="Items">As in the feed.</param>
internal sealed record Feed(Uri Address, string? Title, string? Language, IReadOnlyList<FeedItem> Items);

/// <summary>An item of a feed.</summary>
internal sealed record FeedItem
{
    /// <summary>Address of the item's page; null when it states none.</summary>
    public Uri? Link { get; init; }

    /// <summary>The publisher's id for the item; null when it states none.</summary>
    public string? Id { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Author.</summary>
    public string? Author { get; init; }

    /// <summary>Publication time.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The item's own text, in HTML, whole or a summary.</summary>
    public string? Content { get; init; }
}
