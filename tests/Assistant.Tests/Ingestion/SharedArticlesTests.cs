using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

/// <summary>Five real articles with the junk that real articles carry.</summary>
public sealed class SharedArticlesTests
{
    private static readonly string[] Junk =
        ["admin in:", "viagra", "Great article", "You might also like", "Rogelio", "afgazad", "آزاد", "AA-AA", "European Languages", "By Ulas"];

    [SharedFact]
    public async Task No_passage_holds_junk()
    {
        var chunker = new Chunker(SampleText.Tokenizer);
        foreach (var number in Enumerable.Range(1, 5))
        {
            var (article, removed) = await ReadAsync(number);
            var passages = chunker.Chunk(article);

            Assert.True(passages.Count >= 3);
            Assert.DoesNotContain(passages, passage => Junk.Any(junk => passage.Text.Contains(junk, StringComparison.OrdinalIgnoreCase)));
            Assert.All(removed, block => Assert.NotEqual("", block.Reason));
        }
    }

    [SharedFact]
    public async Task Titles_sources_and_dates_are_right()
    {
        var articles = new List<Article>();
        foreach (var number in Enumerable.Range(1, 5)) articles.Add((await ReadAsync(number)).Article);

        Assert.StartsWith("Ankara wants to maintain solidarity with Russia", articles[0].Title, StringComparison.Ordinal);
        Assert.StartsWith("Russian President Vladimir Putin met his Turkish counterpart", articles[1].Title, StringComparison.Ordinal);
        Assert.Equal("Putin and Erdogan to discuss coordinated action in Syria's de-escalation zones", articles[2].Title);
        Assert.Equal("Putin and Erdogan Agree to Boost Military-Intel Cooperation After Su-25 Downing", articles[3].Title);
        Assert.Equal("Russia and Turkey intensify military cooperation over US objections", articles[4].Title);
        Assert.Equal(("AA", "afgazad.com", "Ulas Atesci"), (articles[0].Source, articles[4].Source, articles[4].Author));
        Assert.All(articles.SkipLast(1), article => Assert.Null(article.PublishedAt));
        Assert.Equal(new DateTimeOffset(2019, 9, 5, 0, 0, 0, TimeSpan.Zero), articles[4].PublishedAt);
        Assert.All(articles, article => Assert.Equal("en", article.Language));
    }

    [SharedFact]
    public async Task Sentences_of_the_pdf_are_whole()
    {
        var text = (await ReadAsync(5)).Article.Text;
        var sentences = SentenceSplitter.Split(text).Select(sentence => sentence.Of(text)).ToList();

        Assert.Contains(
            "After the shipment of the first batch of Russian-made S-400 air defence systems to Turkey in July, under a contract " +
            "signed in December 2017, Washington suspended Turkish participation in the F-35 program.",
            sentences);
        Assert.Contains(sentences, sentence => sentence.Contains("a second batch of S-400 air defence systems", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.Contains("Su-57 fifth-generation jet fighter", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.EndsWith("Erdogan replied, “Why not? We didn’t come here for nothing.”", StringComparison.Ordinal));
    }

    [SharedFact]
    public async Task The_last_and_first_sentences_of_each_article_are_there()
    {
        string[] ends = ["according to UN officials.", "Berat Albayrak.", "Treaty Organisation equipment.", "de-escalation zone.", "legitimate concerns.”"];
        string[] starts = ["ANKARA (AA): Ankara wants", "Russian President", "Moscow and Ankara", "In a telephone", "Turkish President Recep"];
        foreach (var number in Enumerable.Range(1, 5))
        {
            var text = (await ReadAsync(number)).Article.Text;

            Assert.StartsWith(starts[number - 1], text, StringComparison.Ordinal);
            Assert.EndsWith(ends[number - 1], text, StringComparison.Ordinal);
        }
    }

    private static Task<(Article Article, IReadOnlyList<RemovedBlock> Removed)> ReadAsync(int number)
    {
        var name = $"article-{number}.txt";
        var file = new ArticleFile(SharedFolder.File("articles", name), "articles", name);
        return new ArticleReader(TimeProvider.System).ReadAsync(file, new IngestionOptions(), CancellationToken.None);
    }
}
