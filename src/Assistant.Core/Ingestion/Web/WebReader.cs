using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Core.Indexing;

namespace Assistant.Core.Ingestion.Web;

/// <summary>Reads what is at an address: a page, or the pages of a feed's items.</summary>
/// <remarks>What the server says did not change since it was tracked is not read again, if its article is still searched.</remarks>
/// <param name="fetcher">Fetches.</param>
/// <param name="index">Knows which articles are searched.</param>
/// <param name="time">Clock for <see cref="Article.IngestedAt"/>.</param>
internal sealed class WebReader(WebFetcher fetcher, IPassageIndex index, TimeProvider time)
{
    private const int SniffedBytes = 4096;

    private readonly WebArticleReader _articles = new(fetcher, new ArticleBuilder(time));

    /// <summary>Whether a path is an address.</summary>
    public static bool IsAddress(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A reading for a page, or for each item of a feed; without an article, the reason.</summary>
    public async IAsyncEnumerable<ArticleReading> ReadAsync(
        string path, IngestionOptions options, SourceLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(path, UriKind.Absolute, out var address))
        {
            yield return new ArticleReading(path) { Reason = "This is no address." };
            yield break;
        }

        var visit = await VisitAsync(address, options, ledger, cancellationToken);
        if (visit.Feed is { } feed)
        {
            await foreach (var reading in ReadItemsAsync(feed, visit, options, ledger, cancellationToken)) yield return reading;
        }
        else if (visit.Unchanged.Count > 0)
        {
            foreach (var id in visit.Unchanged) yield return new ArticleReading(path) { UnchangedId = id };
        }
        else
        {
            yield return ReadPage(visit, item: null, feed: null, options) with { Path = path };
        }
    }

    private static string LocationOf(Uri address) => address.GetLeftPart(UriPartial.Query);

    private async Task<Visit> VisitAsync(Uri address, IngestionOptions options, SourceLedger ledger, CancellationToken cancellationToken)
    {
        var location = LocationOf(address);
        try
        {
            var known = await SearchedAsync(ledger.At(location).ToList(), cancellationToken);
            var validator = known.Count == 0 ? PageValidator.None : new PageValidator(known[0].ETag, known[0].LastModified);
            var page = await _articles.FetchAsync(address, validator, options, cancellationToken);
            return page.IsUnmodified
                ? new Visit(location) { Unchanged = [.. known.Select(static source => source.ArticleId)] }
                : new Visit(location) { Page = page, Feed = FeedOf(page) };
        }
        catch (ArticleRefusedException refusal)
        {
            return new Visit(location) { Refusal = refusal.Message };
        }
    }

    /// <summary>The sources, if all of their articles are searched; else none, so that all is fetched anew.</summary>
    private async Task<IReadOnlyList<TrackedSource>> SearchedAsync(IReadOnlyList<TrackedSource> sources, CancellationToken cancellationToken)
    {
        var states = new List<ArticleState?>();
        foreach (var source in sources) states.Add(await index.FindAsync(source.ArticleId, cancellationToken));
        return states.TrueForAll(static state => state?.Revision is not null) ? sources : [];
    }

    private static Feed? FeedOf(WebPage page)
    {
        var head = Encoding.UTF8.GetString(page.Bytes, 0, Math.Min(page.Bytes.Length, SniffedBytes));
        return FeedReader.IsFeed(head)
            ? FeedReader.Read(TextDecoder.Decode(page.Bytes, page.Charset ?? StatedCharset.OfMarkup(page.Bytes)), page.Address)
            : null;
    }

    /// <summary>The last reading tracks the feed, so that a run that was cut short asks for all of it again.</summary>
    private async IAsyncEnumerable<ArticleReading> ReadItemsAsync(
        Feed feed, Visit visit, IngestionOptions options, SourceLedger ledger, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = new List<TrackedSource>();
        var items = feed.Items.Take(fetcher.MaxFeedItems).ToList();
        var isWhole = items.Count == feed.Items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reading = await ReadItemAsync(items[i], feed, visit, options, ledger, cancellationToken);
            if ((reading.Article?.Id ?? reading.UnchangedId) is { } id) sources.Add(new TrackedSource(visit.Location, id));
            else isWhole = false;
            var isLast = i == items.Count - 1;
            yield return isLast ? reading with { FeedSources = visit.Track(sources, isWhole && !options.IsRaw) } : reading;
        }

        if (items.Count == 0) yield return new ArticleReading(visit.Location) { Reason = "The feed has no items. Try again later." };
        if (items.Count < feed.Items.Count)
            yield return new ArticleReading(visit.Location) { Reason = $"{feed.Items.Count - items.Count} more items were left out: Web:MaxFeedItems is {items.Count}." };
    }

    private async Task<ArticleReading> ReadItemAsync(
        FeedItem item, Feed feed, Visit feedVisit, IngestionOptions options, SourceLedger ledger, CancellationToken cancellationToken)
    {
        var refusal = "It has no link.";
        if (item.Link is { } link)
        {
            var visit = await VisitAsync(link, options, ledger, cancellationToken);
            if (visit.Unchanged.Count > 0) return new ArticleReading(link.AbsoluteUri) { UnchangedId = visit.Unchanged[0] };
            var reading = ReadPage(visit, item, feed, options);
            if (reading.Article is not null) return reading;
            refusal = reading.Reason ?? refusal;
        }

        return ReadContent(item, feed, feedVisit, refusal, options);
    }

    private ArticleReading ReadPage(Visit visit, FeedItem? item, Feed? feed, IngestionOptions options)
    {
        var reading = new ArticleReading(visit.Location);
        if (visit.Page is not { } page) return reading with { Reason = visit.Refusal ?? "It says that it did not change, but it was never read." };
        try
        {
            var (article, removed) = _articles.Read(page, item, feed, options);
            var validator = options.IsRaw ? PageValidator.None : page.Validator;
            var source = new TrackedSource(visit.Location, article.Id, ETag: validator.ETag, LastModified: validator.LastModified);
            return reading with { Article = article, Removed = removed, Source = source };
        }
        catch (ArticleRefusedException refusal)
        {
            return reading with { Reason = refusal.Message };
        }
    }

    private ArticleReading ReadContent(FeedItem item, Feed feed, Visit visit, string refusal, IngestionOptions options)
    {
        var reading = new ArticleReading(item.Link?.AbsoluteUri ?? visit.Location);
        try
        {
            var (article, removed) = _articles.Read(item, feed, options);
            return reading with { Article = article, Removed = removed, Reason = $"Taken from the feed, because its page could not be read: {refusal}" };
        }
        catch (ArticleRefusedException)
        {
            return reading with { Reason = refusal };
        }
    }

    /// <summary>What came of asking for an address.</summary>
    private sealed record Visit(string Location)
    {
        public WebPage? Page { get; init; }

        public Feed? Feed { get; init; }

        public IReadOnlyList<string> Unchanged { get; init; } = [];

        public string? Refusal { get; init; }

        /// <summary>The feed's sources, to be asked for conditionally next time only if all of it was read.</summary>
        public IReadOnlyList<TrackedSource> Track(IEnumerable<TrackedSource> sources, bool isWhole) =>
            [.. sources.Distinct().Select(source => !isWhole ? source : source with
            {
                ETag = Page!.Validator.ETag,
                LastModified = Page.Validator.LastModified,
            })];
    }
}
