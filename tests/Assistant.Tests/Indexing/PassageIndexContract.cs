using Assistant.Core;
using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

/// <summary>What every index must do. Each test has a store of its own, which may be opened more than once.</summary>
public abstract partial class PassageIndexContract : IAsyncLifetime
{
    private readonly List<IPassageIndex> _opened = [];

    private protected IPassageIndex Index { get; private set; } = null!;

    public async Task InitializeAsync() => Index = await OpenAgainAsync();

    public virtual async Task DisposeAsync()
    {
        foreach (var index in _opened)
            await index.DisposeAsync();
    }

    /// <summary>Opens this test's store; called more than once, each time the same store.</summary>
    protected abstract Task<IPassageIndex> OpenAsync();

    private protected async Task<IPassageIndex> OpenAgainAsync()
    {
        var index = await OpenAsync();
        _opened.Add(index);
        return index;
    }

    [ContractFact]
    public async Task An_empty_index_finds_nothing_and_knows_nothing()
    {
        var result = await Index.SearchAsync(IndexFixtures.Query("anything"), CancellationToken.None);

        Assert.Empty(result.Candidates);
        Assert.Equal(0, result.UndatedLeftOut);
        Assert.Null(await Index.FindAsync("nothing", CancellationToken.None));
        Assert.Null(await Index.GetArticleAsync("nothing", null, CancellationToken.None));
        Assert.Empty(await Index.GetRemovedAsync("nothing", null, CancellationToken.None));
        Assert.Empty(await Index.ListArticlesAsync(CancellationToken.None));
        Assert.False(await Index.EraseAsync("nothing", CancellationToken.None));
        Assert.False(await Index.RetireAsync("nothing", CancellationToken.None));
    }

    [ContractFact]
    public async Task Gives_an_article_back_as_it_was_stored()
    {
        var article = IndexFixtures.Article("one", "Ωmega café\n— \U0001F600 \0 end.") with
        {
            Url = "https://example.org/a",
            Author = "Somebody",
            PublishedAt = new DateTimeOffset(2019, 8, 27, 23, 59, 59, 123, TimeSpan.Zero),
        };
        RemovedBlock[] removed = [new("Home | Share", "navigation"), new("Buy \"now\"\n<b>", "comment spam")];

        await Index.StoreAsync(article, removed, IndexFixtures.Passages(article), CancellationToken.None);

        Assert.Equal(article, await Index.GetArticleAsync(article.Id, null, CancellationToken.None));
        Assert.Equal(article, await Index.GetArticleAsync(article.Id, article.Revision, CancellationToken.None));
        Assert.Null(await Index.GetArticleAsync(article.Id, "another revision", CancellationToken.None));
        Assert.Equal(removed, await Index.GetRemovedAsync(article.Id, null, CancellationToken.None));
        Assert.Equal(
            new ArticleState(article.Id, article.Revision, false), await Index.FindAsync(article.Id, CancellationToken.None));
    }

    [ContractFact]
    public async Task Finds_the_one_passage_with_its_text_and_description()
    {
        var article = IndexFixtures.Article("one", "A herring swims in the sea.") with
        {
            Url = "https://example.org/a",
            PublishedAt = IndexFixtures.IngestedAt,
        };
        await Index.StoreAsync(article);

        var found = Assert.Single(await Index.SearchAsync("A herring swims in the sea."));

        Assert.Equal(IndexFixtures.PassageId(article, 0), found.PassageId);
        Assert.Equal((article.Id, article.Revision, article.Title), (found.ArticleId, found.Revision, found.Title));
        Assert.Equal((article.Source, article.Url, article.Language), (found.Source, found.Url, found.Language));
        Assert.Equal(article.PublishedAt, found.PublishedAt);
        Assert.Equal((0, article.Text.Length, article.Text), (found.Start, found.End, found.Text));
        Assert.Equal((1, 1), (found.DenseRank, found.LexicalRank));
        Assert.Equal(1, found.DenseScore, 1e-6);
        Assert.True(found.LexicalScore > 0);
    }

    [ContractFact]
    public async Task Stores_an_article_without_passages()
    {
        var article = IndexFixtures.Article("blank", "");

        await Index.StoreAsync(article, [], [], CancellationToken.None);

        Assert.Empty(await Index.SearchAsync("blank"));
        Assert.Equal(0, Assert.Single(await Index.ListArticlesAsync(CancellationToken.None)).PassageCount);
    }

    [ContractFact]
    public async Task Storing_twice_changes_nothing()
    {
        var article = IndexFixtures.Article("one", "First.", "Second.");
        await Index.StoreAsync(article);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);

        await Index.StoreAsync(article with { IngestedAt = IndexFixtures.IngestedAt.AddDays(1) });

        Assert.Equal(digest, await Index.ComputeDigestAsync(CancellationToken.None));
        Assert.Equal(2, (await Index.SearchAsync("First.")).Count);
        Assert.Equal(article, await Index.GetArticleAsync(article.Id, null, CancellationToken.None));
    }

    [ContractFact]
    public async Task An_update_retires_the_revision_before_it()
    {
        var before = IndexFixtures.Article("one", "The tower is 100 metres tall.", "It is grey.");
        var after = IndexFixtures.Article("one", "The tower is 200 metres tall.");
        await Index.StoreAsync(before);
        await Index.StoreAsync(after);

        var found = Assert.Single(await Index.SearchAsync("The tower is 100 metres tall."));

        Assert.Equal(after.Revision, found.Revision);
        Assert.Equal(after, await Index.GetArticleAsync(after.Id, null, CancellationToken.None));
        Assert.Equal(before, await Index.GetArticleAsync(before.Id, before.Revision, CancellationToken.None));
        Assert.Equal(after.Revision, (await Index.FindAsync(after.Id, CancellationToken.None))!.Revision);
        Assert.Equal(1, Assert.Single(await Index.ListArticlesAsync(CancellationToken.None)).PassageCount);
    }

    [ContractFact]
    public async Task An_earlier_revision_can_come_back()
    {
        var before = IndexFixtures.Article("one", "Old text.", "More of it.");
        await Index.StoreAsync(before);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);
        await Index.StoreAsync(IndexFixtures.Article("one", "New text."));
        Assert.NotEqual(digest, await Index.ComputeDigestAsync(CancellationToken.None));

        await Index.StoreAsync(before);

        Assert.All(await Index.SearchAsync("text"), passage => Assert.Equal(before.Revision, passage.Revision));
        Assert.Equal(2, (await Index.SearchAsync("text")).Count);
    }

    [ContractFact]
    public async Task A_retired_article_is_readable_but_not_found()
    {
        var article = IndexFixtures.Article("one", "Some text.");
        await Index.StoreAsync(article);

        Assert.True(await Index.RetireAsync(article.Id, CancellationToken.None));

        Assert.False(await Index.RetireAsync(article.Id, CancellationToken.None));
        Assert.Empty(await Index.SearchAsync("Some text."));
        Assert.Empty(await Index.ListArticlesAsync(CancellationToken.None));
        Assert.Equal(new ArticleState(article.Id, null, false), await Index.FindAsync(article.Id, CancellationToken.None));
        Assert.Null(await Index.GetArticleAsync(article.Id, null, CancellationToken.None));
        Assert.Equal(article, await Index.GetArticleAsync(article.Id, article.Revision, CancellationToken.None));
        await Index.StoreAsync(article);
        Assert.Single(await Index.SearchAsync("Some text."));
    }

    [ContractFact]
    public async Task An_erased_article_is_gone_with_all_its_revisions()
    {
        var before = IndexFixtures.Article("one", "Secret plan one.");
        var after = IndexFixtures.Article("one", "Secret plan two.");
        var other = IndexFixtures.Article("other", "Public plan.");
        foreach (var article in new[] { before, after, other })
            await Index.StoreAsync(article);

        Assert.True(await Index.EraseAsync(before.Id, CancellationToken.None));

        Assert.False(await Index.EraseAsync(before.Id, CancellationToken.None));
        Assert.Equal(other.Id, Assert.Single(await Index.SearchAsync("Secret plan two.")).ArticleId);
        Assert.Null(await Index.GetArticleAsync(before.Id, before.Revision, CancellationToken.None));
        Assert.Null(await Index.GetArticleAsync(after.Id, after.Revision, CancellationToken.None));
        Assert.Equal(new ArticleState(before.Id, null, true), await Index.FindAsync(before.Id, CancellationToken.None));
        Assert.Equal(other.Id, Assert.Single(await Index.ListArticlesAsync(CancellationToken.None)).Id);
    }

    [ContractFact]
    public async Task Keeps_where_articles_were_read_from_until_they_are_erased()
    {
        var article = IndexFixtures.Article("one", "Some text.");
        await Index.StoreAsync(article);
        var page = new TrackedSource("https://example.org/a", article.Id, ETag: "tag", LastModified: "yesterday");
        var file = new TrackedSource("/folder/ä.txt", article.Id, "folder", "ä.txt");
        var other = new TrackedSource("/folder/ä.txt", "another", "folder", "ä.txt");
        await Index.TrackAsync([page, file, other], [], CancellationToken.None);
        await Index.TrackAsync([page with { ETag = "newer" }], [], CancellationToken.None);

        Assert.Equal(
            new[] { file, other, page with { ETag = "newer" } }.OrderBy(one => one.Location, StringComparer.Ordinal).ThenBy(one => one.ArticleId, StringComparer.Ordinal),
            await Index.ListSourcesAsync(CancellationToken.None));
        await Index.TrackAsync([], [file], CancellationToken.None);
        Assert.Equal([other, page with { ETag = "newer" }], await Index.ListSourcesAsync(CancellationToken.None));
        await Index.EraseAsync(article.Id, CancellationToken.None);
        Assert.Equal([other], await Index.ListSourcesAsync(CancellationToken.None));
    }

    [ContractFact]
    public async Task An_erased_article_can_be_added_again()
    {
        var article = IndexFixtures.Article("one", "Secret plan.");
        await Index.StoreAsync(article);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);
        await Index.EraseAsync(article.Id, CancellationToken.None);

        await Index.StoreAsync(article);

        Assert.Single(await Index.SearchAsync("Secret plan."));
        Assert.Equal(
            new ArticleState(article.Id, article.Revision, false), await Index.FindAsync(article.Id, CancellationToken.None));
        Assert.Equal(digest, await Index.ComputeDigestAsync(CancellationToken.None));
    }

    [ContractFact]
    public async Task The_digest_depends_on_content_and_not_on_the_order_of_storing()
    {
        var articles = Enumerable.Range(0, 5).Select(i => IndexFixtures.Article($"{i}", $"Text {i}.", "Same.")).ToList();
        foreach (var article in articles)
            await Index.StoreAsync(article);
        var digest = await Index.ComputeDigestAsync(CancellationToken.None);

        foreach (var article in articles)
            await Index.EraseAsync(article.Id, CancellationToken.None);
        Assert.NotEqual(digest, await Index.ComputeDigestAsync(CancellationToken.None));
        foreach (var article in articles.AsEnumerable().Reverse())
            await Index.StoreAsync(article);

        Assert.Equal(digest, await Index.ComputeDigestAsync(CancellationToken.None));
    }

    [ContractFact]
    public async Task Articles_are_listed_newest_first_and_undated_last()
    {
        var date = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var undated = new[] { IndexFixtures.Article("a", "A."), IndexFixtures.Article("b", "B.") };
        var old = IndexFixtures.Article("c", "C.") with { PublishedAt = date };
        var fresh = IndexFixtures.Article("d", "D.") with { PublishedAt = date.AddTicks(1), Url = "https://d.example/" };
        foreach (var article in new[] { undated[0], old, undated[1], fresh })
            await Index.StoreAsync(article);

        var listed = await Index.ListArticlesAsync(CancellationToken.None);

        var expected = new[] { fresh.Id, old.Id }.Concat(undated.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal(expected, listed.Select(one => one.Id));
        Assert.Equal(
            new ArticleSummary(
                fresh.Id, fresh.Revision, fresh.Key, fresh.Title, fresh.Source, fresh.Url, fresh.PublishedAt, 1),
            listed[0]);
    }
}
