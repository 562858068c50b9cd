using System.Text;
using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.IntegrationTests.Web;

public sealed class WebIngestionTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Body = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    private readonly string _folder = Directory.CreateTempSubdirectory("assistant-web").FullName;
    private Workspace _workspace = null!;

    public async Task InitializeAsync()
    {
        var options = new AssistantOptions();
        options.Web.AllowPrivateAddresses = true;
        options.Web.MaxFeedItems = 4;
        _workspace = await Workspace.OpenAsync(Path.Combine(_folder, "index.db"), options, TimeProvider.System, CancellationToken.None);
        site.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        await _workspace.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_page_becomes_an_article_under_its_address_and_is_not_sent_twice()
    {
        site.SetPage("/talks", "text/html", Page("Talks", Body), tag: "\"v1\"");

        var first = Assert.Single((await IngestAsync(site["/talks?utm_source=x#top"])).Items);
        var again = Assert.Single((await IngestAsync(site["/talks?utm_source=x#top"])).Items);
        site.SetPage("/talks", "text/html", Page("Talks", Body + " More."), tag: "\"v2\"");
        var changed = Assert.Single((await IngestAsync(site["/talks?utm_source=x"])).Items);

        Assert.Equal(
            (IngestionOutcome.Added, IngestionOutcome.Unchanged, IngestionOutcome.Updated), (first.Outcome, again.Outcome, changed.Outcome));
        Assert.Equal((first.ArticleId, first.Revision), (again.ArticleId, again.Revision));
        var article = await ArticleAsync(changed);
        Assert.Equal((site["/talks"], "127.0.0.1", "Talks", $"{Body} More."), (article.Url, article.Source, article.Title, article.Text));
    }

    [Fact]
    public async Task An_article_that_was_taken_out_of_the_index_is_fetched_whole_again()
    {
        site.SetPage("/gone", "text/html", Page("Talks", Body + " Gone."), tag: "\"v1\"");
        var first = Assert.Single((await IngestAsync(site["/gone"])).Items);
        await _workspace.Index.EraseAsync(first.ArticleId!, CancellationToken.None);

        Assert.Equal(1, (await IngestAsync(site["/gone"])).Added);
    }

    [Fact]
    public async Task No_page_speaks_for_another_site()
    {
        site.SetPage("/evil", "text/html", $"<html lang=en><head><link rel=canonical href=https://reuters.example/a></head><body><p>{Body} Evil.</p></body></html>");
        site.SetPage("/own", "text/html", $"<html lang=en><head><link rel=canonical href={site["/canonical"]}></head><body><p>{Body} Own.</p></body></html>");

        Assert.Equal(site["/evil"], (await ArticleAsync((await IngestAsync(site["/evil"])).Items[0])).Url);
        Assert.Equal(site["/canonical"], (await ArticleAsync((await IngestAsync(site["/own"])).Items[0])).Url);
    }

    [Fact]
    public async Task Media_types_and_encodings_are_believed()
    {
        const string Russian = "Министры встретились в столице и говорили о торговле.";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        site.SetPage("/ru", "text/html; charset=windows-1251", windows.GetBytes(Page("Встреча", Russian)));
        site.SetPage("/plain", "text/plain", Body + " Plain.");
        site.SetPage("/notes.md", "text/plain", $"# Notes on the talks\n\n{Body} **Marked.**");
        site.SetPage("/image", "image/png", [0x89, 0x50, 0x4E, 0x47]);
        site.SetPage("/scan", "application/pdf", "%PDF-1.4");

        var result = await IngestAsync(site["/ru"], site["/plain"], site["/notes.md"], site["/image"], site["/scan"]);

        Assert.Equal(Russian, (await ArticleAsync(result.Items[0])).Text);
        Assert.Equal($"{Body} Plain.", (await ArticleAsync(result.Items[1])).Text);
        Assert.Equal($"{Body} Marked.", (await ArticleAsync(result.Items[2])).Text);
        Assert.Contains("image/png is not read", result.Items[3].Reason, StringComparison.Ordinal);
        Assert.Contains(".pdf", result.Items[4].Reason, StringComparison.Ordinal);
        Assert.Equal((3, 2), (result.Added, result.Refused));
    }

    [Fact]
    public async Task A_feed_becomes_the_articles_of_its_items()
    {
        site.SetPage("/a", "text/html", Page("Talks in the capital", Body), tag: "\"a\"");
        site.SetPage("/feed", "application/rss+xml", Feed(
            Item("A", "/a", "ignored"), Item("Dead page", "/dead", $"&lt;p&gt;{Body} From the feed.&lt;/p&gt;"), Item("Nothing", "/none", "")));

        var first = await IngestAsync(site["/feed"]);
        var second = await IngestAsync(site["/feed"]);

        Assert.Equal((2, 1), (first.Added, first.Refused));
        var page = await ArticleAsync(first.Items[0]);
        Assert.Equal((site["/a"], "Talks in the capital", "Sample Wire", 2019), (page.Url, page.Title, page.Source, page.PublishedAt?.Year));
        var own = await ArticleAsync(first.Items[1]);
        Assert.Equal((site["/dead"], "Dead page", $"{Body} From the feed."), (own.Url, own.Title, own.Text));
        Assert.Contains("404", first.Items[1].Reason, StringComparison.Ordinal);
        Assert.Contains("404", first.Items[2].Reason, StringComparison.Ordinal);
        Assert.Equal((2, 1, 0), (second.Unchanged, second.Refused, second.Embedded));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_costs_one_request_and_one_that_moved_on_loses_nothing()
    {
        site.SetPage("/1", "text/html", Page("First talks", Body + " One."), tag: "\"1\"");
        site.SetPage("/2", "text/html", Page("Second talks", Body + " Two."), tag: "\"2\"");
        site.SetPage("/3", "text/html", Page("Third talks", Body + " Three."), tag: "\"3\"");
        site.SetPage("/atom", "application/atom+xml", Feed(Item("1", "/1", ""), Item("2", "/2", "")), tag: "\"old\"");
        await IngestAsync(site["/atom"]);
        site.Requests.Clear();

        var same = await IngestAsync(site["/atom"]);
        var requests = site.Requests.Count;
        site.SetPage("/atom", "application/atom+xml", Feed(Item("3", "/3", ""), Item("2", "/2", "")), tag: "\"new\"");
        var moved = await IngestAsync(site["/atom"]);
        site.Requests.Clear();
        var settled = await IngestAsync(site["/atom"]);

        Assert.Equal((2, 1), (same.Unchanged, requests));
        Assert.Equal((1, 1, 0), (moved.Added, moved.Unchanged, moved.Removed));
        Assert.Equal((2, 1), (settled.Unchanged, site.Requests.Count));
        Assert.Equal(3, (await _workspace.Index.ListArticlesAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task What_is_over_the_limit_or_broken_is_a_row()
    {
        site.SetPage("/long", "text/xml", Feed([.. Enumerable.Range(0, 6).Select(i => Item($"I{i}", $"/i{i}", $"{Body} {i}."))]));
        site.SetPage("/broken", "text/xml", "<rss><channel><item>");

        var feeds = await IngestAsync(site["/long"], site["/broken"], "http://");

        Assert.Equal((4, 3), (feeds.Added, feeds.Refused));
        Assert.Contains("2 more items", feeds.Items[4].Reason, StringComparison.Ordinal);
        Assert.Contains("no well-formed XML", feeds.Items[5].Reason, StringComparison.Ordinal);
        Assert.Contains("no address", feeds.Items[6].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_writes_nothing()
    {
        site.SetPage("/planned", "text/html", Page("Talks", Body + " Planned."));

        var plan = await _workspace.Ingestion.IngestAsync([site["/planned"]], new IngestionOptions { IsPlan = true }, null, CancellationToken.None);

        Assert.Equal((1, 0), (plan.Added, plan.Embedded));
        Assert.Empty(await _workspace.Index.ListArticlesAsync(CancellationToken.None));
        Assert.Empty(await _workspace.Index.ListSourcesAsync(CancellationToken.None));
    }

    private static string Page(string title, string text) =>
        $"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav><article><p>{text}</p></article></body></html>";

    private static string Feed(params string[] items) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Sample Wire</title>{string.Concat(items)}</channel></rss>";

    private static string Item(string title, string link, string content) =>
        $"<item><title>{title}</title><link>{link}</link><pubDate>Tue, 27 Aug 2019 15:40:00 GMT</pubDate><description>{content}</description></item>";

    private async Task<Article> ArticleAsync(IngestionItem item) =>
        (await _workspace.Index.GetArticleAsync(item.ArticleId!, item.Revision, CancellationToken.None))!;

    private Task<IngestionResult> IngestAsync(params string[] addresses) =>
        _workspace.Ingestion.IngestAsync(addresses, new IngestionOptions(), null, CancellationToken.None);
}
