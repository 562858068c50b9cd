namespace Assistant.Core.Ingestion.Web;

/// <summary>Reads pages as articles: keyed by their canonical address, dated and named by their feed where they do not say.</summary>
/// <param name="fetcher">Fetches.</param>
/// <param name="builder">Makes articles.</param>
internal sealed class WebArticleReader(WebFetcher fetcher, ArticleBuilder builder)
{
    /// <summary>Fetches; a raw reading sends no validator, because the page as it was read before is no raw one.</summary>
    public Task<WebPage> FetchAsync(Uri address, PageValidator validator, IngestionOptions options, CancellationToken cancellationToken) =>
        fetcher.GetAsync(address, options.IsRaw ? PageValidator.None : validator, cancellationToken);

    /// <summary>The article on a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="item">What its feed says of it; null when it is in none.</param>
    /// <param name="feed">The feed; null when it is in none.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArticleRefusedException">There is no article on it.</exception>
    public (Article Article, IReadOnlyList<RemovedBlock> Removed) Read(WebPage page, FeedItem? item, Feed? feed, IngestionOptions options)
    {
        var read = ArticleFormat.OfPage(page.MediaType, page.Address.AbsolutePath);
        var draft = ArticleBuilder.Extract(read, new RawArticle(page.Bytes, page.Charset, options.IsRaw));
        return Build(Complete(draft, item, feed) with { Url = UrlOf(draft.Url, page.Address) }, page.Address, options);
    }

    /// <summary>The article that the feed itself holds.</summary>
    /// <exception cref="ArticleRefusedException">It holds none.</exception>
    public (Article Article, IReadOnlyList<RemovedBlock> Removed) Read(FeedItem item, Feed feed, IngestionOptions options)
    {
        var lines = HtmlArticleReader.ToLines(item.Content ?? "");
        var name = item.Id ?? item.Title ?? ArticleKey.Hash(string.Join('\n', lines));
        var draft = Complete(new ArticleDraft { Lines = lines }, item, feed) with
        {
            Url = item.Link is { } link ? UrlOf(stated: null, link) : null,
        };
        return Build(draft, new Uri($"{feed.Address.GetLeftPart(UriPartial.Query)}#{Uri.EscapeDataString(name)}"), options);
    }

    private (Article Article, IReadOnlyList<RemovedBlock> Removed) Build(ArticleDraft draft, Uri address, IngestionOptions options)
    {
        var host = ArticleUrl.HostOf(address.AbsoluteUri) ?? address.Host;
        var origin = new ArticleOrigin(address.AbsoluteUri, host, host) { StatedKey = options.Key, StatedTitle = options.Title };
        return (builder.Build(draft, origin), draft.Removed);
    }

    private static ArticleDraft Complete(ArticleDraft draft, FeedItem? item, Feed? feed) => draft with
    {
        Title = draft.Title ?? item?.Title,
        Author = draft.Author ?? item?.Author,
        PublishedAt = draft.PublishedAt ?? item?.PublishedAt,
        Source = draft.Source ?? feed?.Title,
        Language = draft.Language ?? feed?.Language,
    };

    /// <summary>The address that the page states, if it is of the same site: no page may speak for another site's article.</summary>
    private static string UrlOf(string? stated, Uri address)
    {
        var host = ArticleUrl.HostOf(address.AbsoluteUri);
        if (stated is not null && host is not null && ArticleUrl.HostOf(stated) == host) return stated;
        return ArticleUrl.Canonicalize(address.AbsoluteUri) ?? address.GetLeftPart(UriPartial.Query);
    }
}
