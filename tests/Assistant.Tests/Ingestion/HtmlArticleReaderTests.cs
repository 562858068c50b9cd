using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class HtmlArticleReaderTests
{
    private const string First = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";
    private const string Second = "They agreed to meet again in May, when the first part of the railway is due to be finished.";

    [Fact]
    public void Takes_the_main_text_and_nothing_around_it()
    {
        var draft = Read($"""
            <nav><a href="/">Home</a></nav>
            <div id="cookie-bar">We use cookies.</div>
            <article><h1>Headline</h1>
            <div class="share-buttons"><a>Share</a></div>
            <p>{First}</p><script>var x = "no";</script><style>p</style>
            <aside>Read also</aside><div class="ad-slot">Advertisement</div>
            <p>{Second}</p></article>
            <section class="comments"><article><p>Buy my pills, they are the best pills of all the pills in the world.</p></article></section>
            <div class="related"><p>You might also like</p></div>
            <footer>© Site</footer>
            """);

        Assert.Equal($"{First}\n\n{Second}", TextOf(draft));
        Assert.Equal("Headline", draft.Title);
        Assert.Contains(draft.Removed, block => block is { Reason: "comments" } && block.Text.Contains("pills", StringComparison.Ordinal));
        Assert.Contains(draft.Removed, block => block is { Reason: "cookie notice", Text: "We use cookies." });
    }

    [Fact]
    public void Works_without_article_or_main()
    {
        var draft = Read($"""
            <table class="layout"><tr><td class="menu"><a href="/">Home</a> <a href="/x">World</a></td></tr></table>
            <div class="page"><div class="a1"><h1>Headline</h1><p>{First}</p><p>{Second}</p></div>
            <div class="a2">Some site 2019. <a href="/map">Map</a></div></div>
            """);

        Assert.Equal($"{First}\n\n{Second}", TextOf(draft));
    }

    [Fact]
    public void Old_pages_with_layout_tables_and_line_breaks_are_read()
    {
        var draft = Read($"<table><tr><td><a href=/>Home</a></td><td>{First}<br><br>{Second}<br>A third line.</td></tr></table>");

        Assert.Contains(First, TextOf(draft), StringComparison.Ordinal);
        Assert.Contains($"{Second}\nA third line.", TextOf(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_have_an_item_a_line_and_tables_a_row_a_line()
    {
        var draft = Read($"""
            <p>{First}</p><ul><li>one <b>item</b></li><li><p>another</p><ul><li>inner</li></ul></li></ul>
            <table><tr><th>Name</th><th>Year</th></tr><tr><td>Su-57</td><td>2010</td></tr></table><p>{Second}</p>
            """);

        Assert.Equal($"{First}\n\none item\nanother\ninner\n\nName | Year\nSu-57 | 2010\n\n{Second}", TextOf(draft));
    }

    [Fact]
    public void Words_are_joined_across_inline_marks_and_parted_by_blocks()
    {
        var draft = Read($"<p>{First}</p><p>The S<sub>2</sub>x <i>one</i>,\n  two&nbsp;three</p><div>four</div><pre>a\n b</pre>");

        Assert.Equal($"{First}\n\nThe S2x one, two three\n\nfour\n\na\nb", TextOf(draft));
    }

    [Fact]
    public void A_class_that_names_the_subject_or_the_page_drops_nothing()
    {
        var draft = Read($"<div class=\"category-social has-sidebar comments-open\"><p>{First}</p><p>{Second}</p></div>");

        Assert.Equal($"{First}\n\n{Second}", TextOf(draft));
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"A &amp; B","datePublished":"2019-08-27T18:40:00+03:00","publisher":{"name":"Site"},"author":[{"name":"Jo"},{"name":"Al"}],"url":"https://x.example/a"}""")]
    [InlineData("""{"@graph":[{"@type":"WebSite","name":"no"},{"@type":"Organization","@id":"#p","name":"Site"},{"@type":["Thing","ReportageNewsArticle"],"headline":"A &amp; B","datePublished":"2019-08-27T15:40Z","publisher":{"@id":"#p"},"author":["Jo","Al"],"mainEntityOfPage":{"@id":"https://x.example/a"}}]}""")]
    [InlineData("""[{"@type":"BreadcrumbList"},{"@type":"BlogPosting","headline":["A &amp; B"],"datePublished":"2019-08-27 15:40:00Z","publisher":"Site","author":"Jo, Al","url":"https://X.example/a?utm_source=b#c"}]""")]
    public void Reads_json_ld(string json)
    {
        var draft = Read($"<p>{First}</p>", $"<script type=\"application/ld+json\">{json}</script>");

        Assert.Equal(("A & B", "Site", "Jo, Al", "https://x.example/a"), (draft.Title, draft.Source, draft.Author, draft.Url));
        Assert.Equal(new DateTimeOffset(2019, 8, 27, 15, 40, 0, TimeSpan.Zero), draft.PublishedAt);
    }

    [Theory]
    [InlineData("""<meta property="og:title" content="Title | Site"><meta property="og:site_name" content="Site"><meta property="og:url" content="https://x.example/a"><meta property="article:published_time" content="2019-08-27"><meta name="author" content="Jo">""")]
    [InlineData("""<title>Site: Title</title><meta name="dc.publisher" content="Site"><link rel="canonical" href="https://x.example/a"><meta name="dc.date" content="2019-08-27"><meta name="dc.creator" content="Jo">""")]
    [InlineData("""<script type="application/ld+json">{ broken </script><title>Title</title><meta name="application-name" content="Site"><meta property="og:url" content="https://x.example/a#b"><meta name="date" content="27 August 2019"><meta name="author" content="https://x.example/jo"><a rel="author">Jo</a>""")]
    public void Reads_meta_tags_and_links(string head)
    {
        var draft = Read($"<p>{First}</p>", head);

        Assert.Equal(("Title", "Site", "Jo", "https://x.example/a"), (draft.Title, draft.Source, draft.Author, draft.Url));
        Assert.Equal(new DateTimeOffset(2019, 8, 27, 0, 0, 0, TimeSpan.Zero), draft.PublishedAt);
    }

    [Fact]
    public void Visible_date_lines_and_bylines_serve_when_nothing_else_states_them()
    {
        var draft = Read($"<div class=x>By Jane Doe</div><div class=y>Sample Wire · 2 August 2019 · 3 min read</div><div><p>{First}</p><p>{Second}</p></div>");

        Assert.Equal(("Jane Doe", "Sample Wire"), (draft.Author, draft.Source));
        Assert.Equal(new DateTimeOffset(2019, 8, 2, 0, 0, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.Equal($"{First}\n\n{Second}", TextOf(draft));
    }

    [Theory]
    [InlineData("https://site.example/")]
    [InlineData("/relative/path")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_names_no_page_is_none(string address) =>
        Assert.Null(Read($"<p>{First}</p>", $"<link rel=canonical href=\"{address}\">").Url);

    private static ArticleDraft Read(string body, string head = "") =>
        TrailingLines.Drop(HeaderLines.Lift(HtmlArticleReader.Read($"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>")));

    private static string TextOf(ArticleDraft draft) => CanonicalText.Join(draft.Lines);
}
