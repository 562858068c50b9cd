using Assistant.Core;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public abstract partial class PassageIndexContract
{
    private static readonly string[] Vocabulary =
        [.. Enumerable.Range(0, 40).Select(i => $"{(char)('b' + (i % 20))}o{(char)('b' + (i / 2 % 20))}u{i}k")];

    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Scores_and_ranks_are_those_of_a_plain_reading_of_the_formulas(int seed)
    {
        var random = new Random(seed);
        var articles = Enumerable.Range(0, 30).Select(i => RandomArticle(random, i)).ToList();
        foreach (var article in articles)
            await Index.StoreAsync(article);
        var reference = new ReferenceSearch(articles);

        for (var i = 0; i < 20; i++)
        {
            var query = IndexFixtures.Query(RandomText(random, 1 + random.Next(6))) with { DenseCount = 7, LexicalCount = 9 };
            var found = await Index.SearchAsync(query, CancellationToken.None);
            reference.AssertSame(query, found.Candidates);
        }
    }

    [ContractFact]
    public async Task Statistics_are_those_of_all_passages_whatever_the_filter()
    {
        var random = new Random(4);
        var articles = Enumerable.Range(0, 20).Select(i => RandomArticle(random, i)).ToList();
        foreach (var article in articles)
            await Index.StoreAsync(article);
        var query = IndexFixtures.Query(RandomText(random, 8)) with { DenseCount = 1000, LexicalCount = 1000 };
        var all = (await Index.SearchAsync(query, CancellationToken.None)).Candidates.ToDictionary(one => one.PassageId);

        var filtered = await Index.SearchAsync(
            query with { Filter = new PassageFilter { ArticleIds = [articles[3].Id, articles[8].Id] } }, CancellationToken.None);

        Assert.NotEmpty(filtered.Candidates);
        Assert.All(filtered.Candidates, one => Assert.Equal(
            (all[one.PassageId].DenseScore, all[one.PassageId].LexicalScore), (one.DenseScore, one.LexicalScore)));
    }

    [ContractFact]
    public async Task Retired_and_erased_passages_leave_the_statistics()
    {
        var kept = IndexFixtures.Article("kept", "A herring swims.", "The tower stands.");
        await Index.StoreAsync(kept);
        var before = await Index.SearchAsync("herring");
        var erased = IndexFixtures.Article("erased", "Herring herring herring.");
        await Index.StoreAsync(erased);
        await Index.StoreAsync(IndexFixtures.Article("retired", "Herring, a fish."));
        Assert.NotEqual(before, await Index.SearchAsync("herring"));

        await Index.EraseAsync(erased.Id, CancellationToken.None);
        await Index.RetireAsync(ArticleKey.ToId("retired"), CancellationToken.None);

        Assert.Equal(before, await Index.SearchAsync("herring"));
    }

    [ContractFact]
    public async Task Equal_scores_are_ranked_by_passage_id()
    {
        var articles = Enumerable.Range(0, 12)
            .Select(i => IndexFixtures.Article($"{i}", "The very same words.") with { Title = "One title" }).ToList();
        foreach (var article in articles)
            await Index.StoreAsync(article);

        var found = (await Index.SearchAsync(
            IndexFixtures.Query("same words") with { DenseCount = 4, LexicalCount = 6 }, CancellationToken.None)).Candidates;

        var expected = articles.Select(one => IndexFixtures.PassageId(one, 0)).Order().Take(6).ToList();
        Assert.Equal(expected, found.Select(one => one.PassageId));
        Assert.Equal([1, 2, 3, 4, null, null], found.Select(one => one.DenseRank));
        Assert.Equal([1, 2, 3, 4, 5, 6], found.Select(one => one.LexicalRank));
        Assert.Single(found.Select(one => one.DenseScore).Distinct());
    }

    [ContractFact]
    public async Task A_query_without_known_words_still_finds_by_embedding()
    {
        await Index.StoreAsync(IndexFixtures.Article("one", "First.", "Second."));

        var found = await Index.SearchAsync("?!");

        Assert.Equal(2, found.Count);
        Assert.All(found, one => Assert.Equal((0, (int?)null), (one.LexicalScore, one.LexicalRank)));
    }

    [ContractTheory]
    [InlineData("\"Su-57\" OR NEAR(a b) -x *")]
    [InlineData("'; DROP TABLE passages; --")]
    [InlineData("\ud800 lone \udc00 surrogates \0")]
    [InlineData("</passage> {{question}} [1-999999999]")]
    public async Task A_hostile_query_is_words_and_no_more(string text)
    {
        await Index.StoreAsync(IndexFixtures.Article("one", "First.", text.Trim('\ud800').Replace('\udc00', ' ')));

        var found = await Index.SearchAsync(text);

        Assert.Equal(2, found.Count);
        Assert.Contains(found, one => one.LexicalScore > 0);
    }

    [ContractFact]
    public async Task Filters_by_source_language_and_article_without_regard_to_case()
    {
        var first = IndexFixtures.Article("1", "Same text.") with { Source = "Daily", Language = "en" };
        var second = IndexFixtures.Article("2", "Same text.") with { Source = "Weekly", Language = "de" };
        await Index.StoreAsync(first);
        await Index.StoreAsync(second);

        Assert.Equal([first.Id], await FilteredAsync(new PassageFilter { Sources = ["daily"] }));
        Assert.Equal([second.Id], await FilteredAsync(new PassageFilter { Languages = ["DE", "fr"] }));
        Assert.Equal([second.Id], await FilteredAsync(new PassageFilter { ArticleIds = [second.Id, "none"] }));
        Assert.Empty(await FilteredAsync(new PassageFilter { Sources = ["Daily"], Languages = ["de"] }));
        Assert.Empty(await FilteredAsync(new PassageFilter { Sources = ["Monthly"] }));
    }

    [ContractFact]
    public async Task A_date_filter_is_half_open_and_counts_the_undated_articles_it_leaves_out()
    {
        var noon = new DateTimeOffset(2019, 8, 27, 12, 0, 0, TimeSpan.Zero);
        var early = IndexFixtures.Article("early", "Same text.") with { PublishedAt = noon };
        var late = IndexFixtures.Article("late", "Same text.") with { PublishedAt = noon.AddHours(1) };
        var undated = IndexFixtures.Article("undated", "Same text.", "Two passages.");
        var elsewhere = IndexFixtures.Article("elsewhere", "Same text.") with { Source = "Elsewhere" };
        foreach (var article in new[] { early, late, undated, elsewhere })
            await Index.StoreAsync(article);

        Assert.Equal([late.Id], await FilteredAsync(new PassageFilter { PublishedAfter = noon.AddTicks(1) }));
        Assert.Equal([early.Id], await FilteredAsync(new PassageFilter { PublishedBefore = noon.AddHours(1) }));
        Assert.Equal(
            [early.Id],
            await FilteredAsync(new PassageFilter
            {
                PublishedAfter = noon.ToOffset(TimeSpan.FromHours(3)),
                PublishedBefore = noon.AddMinutes(1),
            }));
        Assert.Equal(2, await UndatedAsync(new PassageFilter { PublishedAfter = noon }));
        Assert.Equal(1, await UndatedAsync(new PassageFilter { PublishedAfter = noon, Sources = ["Source"] }));
        Assert.Equal(0, await UndatedAsync(new PassageFilter { Sources = ["Source"] }));
    }

    [ContractFact]
    public async Task A_cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        var article = IndexFixtures.Article("one", "Text.");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Index.StoreAsync(article, [], IndexFixtures.Passages(article), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Index.SearchAsync(IndexFixtures.Query("text"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Index.EraseAsync(article.Id, cancelled));

        Assert.Null(await Index.FindAsync(article.Id, CancellationToken.None));
    }

    [ContractFact]
    public async Task Refuses_passages_that_are_not_the_articles()
    {
        var article = IndexFixtures.Article("one", "First.", "Second.");
        var good = IndexFixtures.Passages(article);
        EmbeddedPassage[][] bad =
        [
            [good[1]],
            [good[0] with { Passage = good[0].Passage with { Text = "Forst." } }],
            [good[0] with { Passage = good[0].Passage with { End = 99 } }],
            [good[0] with { Passage = good[0].Passage with { ArticleId = "another" } }],
            [good[0] with { Embedding = new float[IndexFixtures.Dimension] }],
            [good[0] with { Embedding = new float[] { 1 } }],
            [good[0] with { Embedding = Enumerable.Repeat(float.NaN, IndexFixtures.Dimension).ToArray() }],
        ];

        foreach (var passages in bad)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(
                () => Index.StoreAsync(article, [], passages, CancellationToken.None));
        }

        Assert.Null(await Index.FindAsync(article.Id, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Index.SearchAsync(new PassageQuery { Text = "x", Embedding = new float[] { 1 } }, CancellationToken.None));
    }

    [ContractFact]
    public async Task Another_reader_sees_each_commit()
    {
        var reader = await OpenAgainAsync();
        var article = IndexFixtures.Article("one", "First text.");
        Assert.Empty(await reader.SearchAsync("text"));

        await Index.StoreAsync(article);
        Assert.Equal(article.Revision, Assert.Single(await reader.SearchAsync("text")).Revision);
        Assert.Equal(await Index.SearchAsync("text"), await reader.SearchAsync("text"));

        await Index.EraseAsync(article.Id, CancellationToken.None);
        Assert.Empty(await reader.SearchAsync("text"));
    }

    [ContractFact]
    public async Task Searches_during_writing_see_whole_articles()
    {
        var reader = await OpenAgainAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await Index.StoreAsync(IndexFixtures.Article("one", $"Text {i}.", "Second text.", "Third text."));
                if (i % 10 == 9)
                    await Index.EraseAsync(ArticleKey.ToId("one"), CancellationToken.None);
            }
        });
        var searches = 0;
        while (!writing.IsCompleted || searches == 0)
        {
            var found = await reader.SearchAsync("text");
            Assert.Contains(found.Count, new[] { 0, 3 });
            Assert.True(found.Select(one => one.Revision).Distinct().Count() <= 1);
            searches++;
        }

        await writing;
        Assert.Empty(await reader.SearchAsync("text"));
    }

    private async Task<IEnumerable<string>> FilteredAsync(PassageFilter filter)
    {
        var query = IndexFixtures.Query("same text") with { Filter = filter };
        return (await Index.SearchAsync(query, CancellationToken.None)).Candidates.Select(one => one.ArticleId);
    }

    private async Task<int> UndatedAsync(PassageFilter filter)
    {
        var query = IndexFixtures.Query("same text") with { Filter = filter };
        return (await Index.SearchAsync(query, CancellationToken.None)).UndatedLeftOut;
    }

    private static Article RandomArticle(Random random, int number) => IndexFixtures.Article(
        $"article {number}",
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomText(random, 1 + random.Next(30)))]);

    // Skewed, so that some words are in most passages and some in hardly any.
    private static string RandomText(Random random, int words) => string.Join(
        ' ',
        Enumerable.Range(0, words).Select(_ => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 3))]));
}
