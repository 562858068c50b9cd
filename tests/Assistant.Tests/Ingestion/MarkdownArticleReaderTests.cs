using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class MarkdownArticleReaderTests
{
    private const string Body = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    [Fact]
    public void Front_matter_states_the_metadata()
    {
        var draft = Read($"---\ntitle: \"Talks: the end\"\ndate: 2018-04-04\nsource: Sample Wire\nurl: https://x.example/a\nauthors:\n  - Jo\n  - Al\nlang: en-GB\nextra: {{a: [b]}}\n---\n\n# Talks: the end\n\n{Body}");

        Assert.Equal(("Talks: the end", "Sample Wire", "https://x.example/a"), (draft.Title, draft.Source, draft.Url));
        Assert.Equal(("Jo, Al", "en-GB"), (draft.Author, draft.Language));
        Assert.Equal(new DateTimeOffset(2018, 4, 4, 0, 0, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.Equal(Body, TextOf(draft));
    }

    [Fact]
    public void Without_front_matter_the_first_lines_state_it()
    {
        var draft = Read($"# Brexit: the dates\n\n*Sample Wire, 30 October 2019*\n\nOriginal: <https://x.example/a>\n\n{Body}");

        Assert.Equal(("Brexit: the dates", "Sample Wire", "https://x.example/a"), (draft.Title, draft.Source, draft.Url));
        Assert.Equal(new DateTimeOffset(2019, 10, 30, 0, 0, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.Equal(Body, TextOf(draft));
    }

    [Fact]
    public void Marks_go_and_blocks_stay()
    {
        var draft = Read($"""
            {Body}

            ## A *heading*

            Some **bold**, `code`, [a link](https://x.example), ![a picture](p.png)&amp;
            a soft break.

            - one
            - two
              - inner

            1. first
            2. second

            | Name | Year |
            |---|---|
            | Su-57 | 2010 |

            > quoted

            ```
            let x = 1
            ```

            <div>html <b>block</b></div>

            <!-- comment -->
            """);

        Assert.Equal(
            $"{Body}\n\nA heading\n\nSome bold, code, a link, & a soft break.\n\none\ntwo\ninner\n\nfirst\nsecond\n\n" +
            "Name | Year\nSu-57 | 2010\n\nquoted\n\nlet x = 1\n\nhtml block",
            TextOf(draft));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\n---\n")]
    [InlineData("---")]
    public void Nothing_is_read_from_nothing(string text) => Assert.Equal("", TextOf(Read(text)).Trim('-'));

    private static ArticleDraft Read(string text) => TrailingLines.Drop(HeaderLines.Lift(MarkdownArticleReader.Read(text)));

    private static string TextOf(ArticleDraft draft) => CanonicalText.Join(draft.Lines);
}
