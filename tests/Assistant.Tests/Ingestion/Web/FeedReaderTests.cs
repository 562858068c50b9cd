using Assistant.Core.Ingestion;
using Assistant.Core.Ingestion.Web;

namespace Assistant.Tests.Ingestion.Web;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feeds/all.xml");

    [Fact]
    public void Reads_RSS_2()
    {
        var feed = FeedReader.Read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Sample Wire</title><link>https://news.example/</link><language>en-gb</language>
              <item><media:title>Photo</media:title><title>Talks &amp;amp; trade&nbsp;– today</title><link>/a?x=1</link><guid isPermaLink="false">7</guid>
                <dc:creator>A. Writer</dc:creator><pubDate>Tue, 27 Aug 2019 15:40:00 +0300</pubDate>
                <description>Short.</description><content:encoded><![CDATA[<p>They met&nbsp;on <b>Monday</b>.</p>]]></content:encoded></item>
              <item><title>Second</title><guid>https://news.example/b</guid></item>
              <item><description>No link at all.</description></item>
            </channel></rss>
            """,
            Address);

        Assert.Equal(("Sample Wire", "en-gb", 3), (feed.Title, feed.Language, feed.Items.Count));
        var first = feed.Items[0];
        Assert.Equal(
            ("Talks & trade – today", "https://news.example/a?x=1", "7", "A. Writer"),
            (first.Title, first.Link!.AbsoluteUri, first.Id, first.Author));
        Assert.Equal(["They met on Monday."], HtmlArticleReader.ToLines(first.Content!).Where(line => line.Length > 0));
        Assert.Equal(new DateTimeOffset(2019, 8, 27, 12, 40, 0, TimeSpan.Zero), first.PublishedAt);
        Assert.Equal(["https://news.example/a?x=1", "https://news.example/b", null], feed.Items.Select(item => item.Link?.AbsoluteUri));
    }

    [Fact]
    public void Reads_Atom()
    {
        var feed = FeedReader.Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title>
              <entry><title type="html">&lt;i&gt;Gespräche&lt;/i&gt;</title><link rel="self" href="x"/><link href="../a"/><id>urn:1</id>
                <author><name>B. Schreiber</name></author><published>2019-08-27T15:40:00Z</published><updated>2020-01-01T00:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie trafen sich.</p></div></content></entry>
            </feed>
            """,
            Address);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("Blatt", "de"), (feed.Title, feed.Language));
        Assert.Equal(
            ("Gespräche", "https://news.example/a", "urn:1", "B. Schreiber", 2019),
            (item.Title, item.Link!.AbsoluteUri, item.Id, item.Author, item.PublishedAt!.Value.Year));
        Assert.Equal(["Sie trafen sich."], HtmlArticleReader.ToLines(item.Content!).Where(line => line.Length > 0));
    }

    [Fact]
    public void Reads_RSS_1_whose_items_stand_beside_the_channel()
    {
        var feed = FeedReader.Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel><title>Old Wire</title><items><rdf:Seq/></items></channel>
              <item><title>One</title><link>https://news.example/1</link><dc:date>2019-08-27</dc:date></item>
            </rdf:RDF>
            """,
            Address);

        Assert.Equal(("Old Wire", "One", 27), (feed.Title, feed.Items[0].Title, feed.Items[0].PublishedAt!.Value.Day));
    }

    [Theory]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>\n<!-- c -->\n<rss version='2.0'>", true)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss PUBLIC 'x' 'y'><rss>", true)]
    [InlineData("<rdf:RDF>", true)]
    [InlineData("<!doctype html><html><body><rss>", false)]
    [InlineData("The <rss> element", false)]
    [InlineData("<feedback>", false)]
    [InlineData("", false)]
    public void Knows_a_feed_by_its_first_element(string text, bool isFeed) => Assert.Equal(isFeed, FeedReader.IsFeed(text));

    [Fact]
    public void Many_comments_do_not_keep_the_recognition_busy()
    {
        var comments = string.Concat(Enumerable.Repeat("<!-- -->", 500));

        Assert.False(FeedReader.IsFeed(comments + "<html>"));
        Assert.True(FeedReader.IsFeed(comments + "<rss>"));
    }

    [Fact]
    public void Entities_are_not_expanded_and_nothing_is_fetched()
    {
        const string Bomb = "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>x &b;</title></item></channel></rss>";

        Assert.Equal("x &b;", FeedReader.Read(Bomb, Address).Items[0].Title);
    }

    [Theory]
    [InlineData("<rss><channel>", "no well-formed XML")]
    [InlineData("<rss><a></b></rss>", "no well-formed XML")]
    public void What_is_no_XML_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArticleRefusedException>(() => FeedReader.Read(text, Address)).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = $"<rss>{string.Concat(Enumerable.Repeat("<a>", 50_000))}";

        Assert.Contains("deep", Assert.Throws<ArticleRefusedException>(() => FeedReader.Read(deep, Address)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    public void Only_web_links_are_links(string link) =>
        Assert.Null(FeedReader.Read($"<rss><channel><item><link>{link}</link></item></channel></rss>", Address).Items[0].Link);
}
