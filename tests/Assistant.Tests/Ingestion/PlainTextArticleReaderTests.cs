using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class PlainTextArticleReaderTests
{
    private const string Body = "ANKARA (SW): The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    [Fact]
    public void Header_lines_become_metadata()
    {
        var draft = Read($"Talks end without a result\n\nSample Wire\n28 September 2017\nhttps://x.example/a\nBy Jane Doe and Al Smith\n\n{Body}\n");

        Assert.Equal(("Talks end without a result", "Sample Wire", "https://x.example/a"), (draft.Title, draft.Source, draft.Url));
        Assert.Equal(("Jane Doe and Al Smith", new DateTimeOffset(2017, 9, 28, 0, 0, 0, TimeSpan.Zero)), (draft.Author, draft.PublishedAt));
        Assert.Equal(Body, TextOf(draft));
        Assert.Equal(["headline", "publisher", "date line", "link line", "byline"], draft.Removed.Select(block => block.Reason));
    }

    [Theory]
    [InlineData("05.09.2019", "2019-09-05")]
    [InlineData("27 August 2019", "2019-08-27")]
    [InlineData("August 27, 2019", "2019-08-27")]
    [InlineData("Tuesday, 27th of August 2019, 18:40 GMT", "2019-08-27")]
    [InlineData("2019-08-27", "2019-08-27")]
    [InlineData("Published: 27/08/2019", "2019-08-27")]
    [InlineData("Sept. 5, 2019", "2019-09-05")]
    [InlineData("05/09/2019", null)]
    [InlineData("27 August", null)]
    [InlineData("31.02.2019", null)]
    public void Reads_date_lines_and_invents_nothing(string line, string? expected)
    {
        var draft = Read($"Talks end without a result\n\n{line}\n\n{Body}");

        Assert.Equal(expected, draft.PublishedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Tokyo Games to open on 23 July 2021")]
    [InlineData("What happened on August 27, 2019?")]
    [InlineData("Putin asks why")]
    public void A_headline_stays_a_headline(string headline)
    {
        var draft = Read($"{headline}\n\n2 August 2021\n\n{Body}");

        Assert.Equal((headline, 2021, 8), (draft.Title, draft.PublishedAt!.Value.Year, draft.PublishedAt.Value.Month));
    }

    [Fact]
    public void A_text_that_begins_with_its_first_sentence_has_no_headline()
    {
        var draft = Read($"{Body}\n\nSituation in Syria\n\n{Body}");

        Assert.Null(draft.Title);
        Assert.Equal($"{Body}\n\nSituation in Syria\n\n{Body}", TextOf(draft));
        Assert.Equal("The ministers met in the capital on Monday and spoke for three hours about trade and transport.", ArticleTitle.Decide(null, Body, "a.txt"));
        Assert.Equal("SW", ArticleTitle.AgencyOf(Body));
    }

    [Fact]
    public void Hard_line_breaks_are_joined_and_paragraphs_kept()
    {
        var draft = Read("""
            The American offer to sell Patriot air defence missiles
            to Turkey is no longer valid, the State Department said on Thursday. An
            official told the broadcaster CNN that Ankara had been warned again and
            again.

            The State Department had informed Congress in December 2018 that it had
            approved a possible sale.
            """);

        Assert.Equal(
            "The American offer to sell Patriot air defence missiles to Turkey is no longer valid, the State Department said on Thursday. " +
            "An official told the broadcaster CNN that Ankara had been warned again and again.\n\n" +
            "The State Department had informed Congress in December 2018 that it had approved a possible sale.",
            TextOf(draft));
    }

    [Theory]
    [InlineData("a second batch of S-", "400 systems", "a second batch of S-400 systems")]
    [InlineData("they agreed on cooper-", "ation and cooperation in trade", "they agreed on cooperation and cooperation in trade")]
    [InlineData("they agreed on co-", "operation in the field of trade", "they agreed on co-operation in the field of trade")]
    [InlineData("Russia's Su-57 fifth-", "generation jet fighter", "Russia's Su-57 fifth-generation jet fighter")]
    [InlineData("a member during the Cold War—", "and a friend", "a member during the Cold War—and a friend")]
    public void Hyphens_at_line_ends_change_no_word(string line, string next, string expected)
    {
        var wrapped = string.Join('\n', Enumerable.Repeat("the ministers spoke in the capital for three hours about", 4));

        var draft = Read($"{wrapped}\n{line}\n{next}\nand so on until the evening came and they left.");

        Assert.Contains(expected, TextOf(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_headers_and_numbers_go_and_the_sentence_goes_on()
    {
        var draft = Read("""
            www.site.example   mail@site.example   1
            The ministers met in the capital on Monday and spoke for a long
            time about trade and
            Page 1 of 2

            www.site.example   mail@site.example   2
            transport, and about the railway that both countries want to build.
            Page 2 of 2
            """);

        Assert.Equal(
            "The ministers met in the capital on Monday and spoke for a long time about trade and transport, and about the railway that both countries want to build.",
            TextOf(draft));
        Assert.Equal("site.example", draft.Source);
        Assert.Equal(4, draft.Removed.Count);
    }

    [Theory]
    [InlineData("You might also like")]
    [InlineData("• Rogelio Becker")]
    [InlineData("admin in: Another article?\nGreat article ...\nhttps://pills.example/buy/ in: A third article\nHello there, just became aware of your blog ...")]
    [InlineData("3 comments\nNice pictures!!\nBuy my pills")]
    [InlineData("Related articles\nTen summer salads\nFive cats")]
    [InlineData("© 2019 Some Site. All rights reserved.")]
    [InlineData("Tags: news, today")]
    public void What_sites_put_under_an_article_goes(string tail)
    {
        var text = $"{Body}\n\n{Body} Nobody objected, and the talks will go on.";

        var draft = Read($"{text}\n\n{tail}");

        Assert.Equal(text, TextOf(draft));
        Assert.Equal(tail.Split('\n'), draft.Removed.Select(block => block.Text));
    }

    [Theory]
    [InlineData("The zones are:\n• Idlib\n• Homs province")]
    [InlineData("He spoke of three subjects: trade, transport and energy.")]
    [InlineData("They asked: what comes next?")]
    public void The_end_of_an_article_stays(string end) => Assert.EndsWith(end, TextOf(Read($"{Body}\n\n{end}")), StringComparison.Ordinal);

    [Fact]
    public void A_comment_heading_before_long_text_drops_nothing()
    {
        var text = $"{Body}\n\nComments\n\n{string.Join("\n\n", Enumerable.Repeat(Body + " " + Body + " " + Body, 5))}";

        Assert.Equal(text, TextOf(Read(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \t\n")]
    [InlineData("One line only")]
    public void Short_texts_are_left_alone(string text) => Assert.Equal(text.Trim(), TextOf(Read(text)));

    private static ArticleDraft Read(string text) =>
        TrailingLines.Drop(HeaderLines.Lift(PlainTextArticleReader.Read(CanonicalText.Normalize(text))));

    private static string TextOf(ArticleDraft draft) => CanonicalText.Join(draft.Lines);
}
