using Assistant.Api.Articles;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Api;

public sealed class ArticlePageTests
{
    private static readonly IReadOnlyList<ArticleSummary> All =
        [Make("a", "Talks in Ankara", "Wire"), Make("b", "Idlib", "Herald"), Make("c", "Ankara again", "Herald")];

    [Fact]
    public void Goes_through_all_articles_once_each()
    {
        var first = ArticlePage.Of(All, null, null, 2);
        var second = ArticlePage.Of(All, first.Next, null, 2);

        Assert.Equal(["a", "b"], first.Articles.Select(static article => article.Id));
        Assert.Equal(["c"], second.Articles.Select(static article => article.Id));
        Assert.Equal("b", first.Next);
        Assert.Null(second.Next);
    }

    [Fact]
    public void Finds_words_in_title_and_source_without_regard_to_case()
    {
        var page = ArticlePage.Of(All, null, "herald ANKARA", 10);

        Assert.Equal("c", Assert.Single(page.Articles).Id);
        Assert.Equal(1, page.Total);
    }

    [Fact]
    public void Counts_the_sources_of_all_articles_most_first() => Assert.Equal(
        [new SourceCount("Herald", 2), new SourceCount("Wire", 1)], ArticlePage.Of(All, null, "idlib", 10).Sources);

    [Fact]
    public void Is_empty_without_articles()
    {
        var page = ArticlePage.Of([], "gone", "word", 10);

        Assert.Empty(page.Articles);
        Assert.Null(page.Next);
        Assert.Empty(page.Sources);
    }

    private static ArticleSummary Make(string id, string title, string source) => new(id, "r", "k", title, source, null, null, 1);
}
