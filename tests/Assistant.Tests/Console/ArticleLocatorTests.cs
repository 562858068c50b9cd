using Assistant.Console.Commands;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Console;

public class ArticleLocatorTests
{
    private static readonly ArticleSummary[] Articles =
    [
        new("abcd", "1", "https://wire.example/a", "A", "Wire", "https://wire.example/a", null, 1),
        new("abxy", "1", "/news:sub/b.txt", "B", "Wire", null, null, 1),
    ];

    [Theory]
    [InlineData("abcd", "abcd")]
    [InlineData("abx", "abxy")]
    [InlineData("ABX", "abxy")]
    [InlineData("https://wire.example/a", "abcd")]
    [InlineData("/news/sub/b.txt", "abxy")]
    public void Finds_by_id_prefix_url_or_path(string wanted, string id) => Assert.Equal(id, ArticleLocator.Find(Articles, wanted).Id);

    [Theory]
    [InlineData("ab", "more characters")]
    [InlineData("nowhere", "articles list")]
    public void Says_what_to_do_otherwise(string wanted, string advice)
    {
        var error = Assert.Throws<ArgumentException>(() => ArticleLocator.Find(Articles, wanted));

        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }
}
