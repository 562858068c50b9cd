using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

/// <summary>What a later run knows of the files that an earlier one read: plans, pruning, and keys that stay.</summary>
public sealed class TrackedFilesTests : IAsyncLifetime, IDisposable
{
    private const string Body = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _folder = new();
    private readonly CountingEmbedder _embedder = new();
    private SqlitePassageIndex _index = null!;
    private IngestionPipeline _pipeline = null!;

    public async Task InitializeAsync()
    {
        var fingerprint = new IndexFingerprint
        {
            Provider = "test",
            Model = "constant",
            Dimension = 2,
            WeightsHash = "none",
            Cleaner = "none",
            Chunker = "none",
        };
        _index = await SqlitePassageIndex.OpenAsync(
            Path.Combine(_data.Path, "index.db"), fingerprint, TimeProvider.System, CancellationToken.None);
        _pipeline = new IngestionPipeline(_index, _embedder, new Chunker(SampleText.Tokenizer), TimeProvider.System);
    }

    public async Task DisposeAsync() => await _index.DisposeAsync();

    public void Dispose()
    {
        _embedder.Dispose();
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_plan_counts_and_writes_nothing()
    {
        Write("same.txt", Body);
        Write("changed.txt", Body);
        Write("gone.txt", Body + " One.");
        await IngestAsync();
        var before = (await _index.ComputeDigestAsync(default), await _index.ListSourcesAsync(default));
        Write("changed.txt", Body + " Two.");
        Write("new.txt", Body + " Three.");
        Delete("gone.txt");

        var plan = await IngestAsync(new IngestionOptions { IsPlan = true, Prune = true });

        Assert.Equal((1, 1, 1, 1, 0), (plan.Added, plan.Updated, plan.Removed, plan.Unchanged, plan.Embedded));
        Assert.Equal(before.Item1, await _index.ComputeDigestAsync(default));
        Assert.Equal(before.Item2, await _index.ListSourcesAsync(default));
        var done = await IngestAsync(new IngestionOptions { Prune = true });
        Assert.Equal((1, 1, 1, 1, 2), (done.Added, done.Updated, done.Removed, done.Unchanged, done.Embedded));
    }

    [Fact]
    public async Task Without_prune_what_is_gone_stays()
    {
        Write("gone.txt", Body);
        await IngestAsync();
        Delete("gone.txt");

        Assert.Equal(0, (await IngestAsync()).Removed);
        Assert.Single(await _index.ListArticlesAsync(default));
    }

    [Fact]
    public async Task Pruning_retires_and_erasing_forgets()
    {
        var path = Write("gone.txt", Body);
        var added = Assert.Single((await IngestAsync()).Items);
        Delete("gone.txt");

        var pruned = Assert.Single((await IngestAsync(new IngestionOptions { Prune = true })).Items);

        Assert.Equal((path, added.ArticleId, IngestionOutcome.Removed), (pruned.Path, pruned.ArticleId, pruned.Outcome));
        Assert.Empty(await _index.ListArticlesAsync(default));
        Assert.NotNull(await _index.GetArticleAsync(added.ArticleId!, added.Revision, default));
        Assert.Empty((await IngestAsync(new IngestionOptions { Prune = true })).Items);

        Write("gone.txt", Body);
        Assert.Equal(1, (await IngestAsync()).Added);
        await _index.EraseAsync(added.ArticleId!, default);
        Assert.Null(await _index.GetArticleAsync(added.ArticleId!, added.Revision, default));
        Assert.Empty(await _index.ListSourcesAsync(default));
    }

    [Fact]
    public async Task Pruning_touches_only_the_folders_that_were_named()
    {
        Write("a/1.txt", Body);
        Write("ab/2.txt", Body + " Two.");
        await IngestAsync(new IngestionOptions(), "a", "ab");
        Delete("a/1.txt");
        Delete("ab/2.txt");

        var pruned = await IngestAsync(new IngestionOptions { Prune = true }, "a");

        Assert.EndsWith("1.txt", Assert.Single(pruned.Items).Path, StringComparison.Ordinal);
        Assert.EndsWith("2.txt", Assert.Single(await _index.ListSourcesAsync(default)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_is_not_taken_for_gone()
    {
        Write("locked.txt", Body);
        Write("sub/deep.txt", Body + " Two.");
        Write("lines.jsonl", $"{{\"text\":\"{Body} Three.\"}}\n{{\"text\":\"{Body} Four.\"}}\n");
        await IngestAsync();
        Write("locked.txt", "");
        Directory.Move(Path.Combine(_folder.Path, "sub"), Path.Combine(_data.Path, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub"), Path.Combine(_data.Path, "sub"));
        Write("lines.jsonl", $"{{\"text\":\"{Body} Three.\"}}\n{{broken\n");

        var result = await IngestAsync(new IngestionOptions { Prune = true });
        var missing = await IngestAsync(new IngestionOptions { Prune = true }, "nowhere");

        Assert.Equal((0, 3), (result.Removed, result.Refused));
        Assert.Equal((0, 1), (missing.Removed, missing.Refused));
        Assert.Equal(4, (await _index.ListArticlesAsync(default)).Count);
    }

    [Fact]
    public async Task An_article_that_another_file_still_holds_is_not_retired()
    {
        const string Page = $"---\ntitle: Talks\nurl: https://news.example/a\n---\n\n{Body}";
        Write("a/1.md", Page);
        Write("b/2.md", Page);
        await IngestAsync();
        Delete("a/1.md");

        var pruned = await IngestAsync(new IngestionOptions { Prune = true }, "a");

        Assert.Equal(0, pruned.Removed);
        Assert.Single(await _index.ListArticlesAsync(default));
        Delete("b/2.md");
        Assert.Equal(1, (await IngestAsync(new IngestionOptions { Prune = true }, "b")).Removed);
    }

    [Fact]
    public async Task A_line_that_is_gone_is_pruned_and_a_file_that_now_states_an_address_replaces_its_article()
    {
        Write("lines.jsonl", $"{{\"id\":1,\"text\":\"{Body}\"}}\n{{\"id\":2,\"text\":\"{Body} Two.\"}}\n");
        Write("page.md", $"# Talks in the capital\n\n{Body}");
        await IngestAsync();
        Write("lines.jsonl", $"{{\"id\":2,\"text\":\"{Body} Two.\"}}\n");
        Write("page.md", $"---\nurl: https://news.example/a\n---\n\n# Talks in the capital\n\n{Body}");

        var result = await IngestAsync(new IngestionOptions { Prune = true });

        Assert.Equal((1, 2, 1), (result.Added, result.Removed, result.Unchanged));
    }

    [Fact]
    public async Task A_file_has_one_article_whether_it_is_named_alone_or_with_its_folder_or_a_folder_above()
    {
        var path = Write("sub/a.txt", Body);
        await IngestAsync();

        var alone = await _pipeline.IngestAsync([path], new IngestionOptions(), null, default);
        var inside = await IngestAsync(new IngestionOptions(), "sub");
        Write("sub/b.txt", Body + " Two.");
        var newcomer = await _pipeline.IngestAsync([Path.Combine(_folder.Path, "sub", "b.txt")], new IngestionOptions(), null, default);
        var all = await IngestAsync();

        Assert.Equal((1, 1, 1), (alone.Unchanged, inside.Unchanged, newcomer.Added));
        Assert.Equal((0, 2), (all.Added, all.Unchanged));
        Assert.Contains((await _index.ListArticlesAsync(default)), article => article.Key == $"{_folder.Path}:sub/b.txt");
    }

    [Fact]
    public async Task A_named_root_may_move()
    {
        Write("old/a.txt", Body);
        Write("old/b.txt", Body + " Two.");
        await IngestAsync(new IngestionOptions { Root = "wire" }, "old");
        Directory.Move(Path.Combine(_folder.Path, "old"), Path.Combine(_folder.Path, "new"));
        Delete("new/b.txt");

        var moved = await IngestAsync(new IngestionOptions { Root = "wire", Prune = true }, "new");

        Assert.Equal((0, 1, 1), (moved.Added, moved.Unchanged, moved.Removed));
        Assert.Contains("new", Assert.Single(await _index.ListSourcesAsync(default)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_tracks_nothing_anew_and_temporary_files_are_not_tracked()
    {
        Write("a.txt", Body);
        await IngestAsync(new IngestionOptions { IsTemporary = true });
        Assert.Empty(await _index.ListSourcesAsync(default));

        await IngestAsync();
        var first = await _index.ListSourcesAsync(default);
        await IngestAsync();

        Assert.Single(first);
        Assert.Equal(first, await _index.ListSourcesAsync(default));
    }

    [Fact]
    public async Task Names_in_decomposed_form_have_the_same_key_as_composed_ones()
    {
        Write("cafe\u0301.txt", Body);

        await IngestAsync(new IngestionOptions { Root = "wire" });

        Assert.Equal("wire:caf\u00e9.txt", Assert.Single(await _index.ListArticlesAsync(default)).Key);
    }

    [Fact]
    public async Task Raw_keeps_what_cleaning_drops()
    {
        const string Page = "<html lang=en><body><nav><a href=/>Home</a></nav><article><p>" + Body + "</p></article></body></html>";
        const string Broken = "Daily Wire | Page 1 of 2\n\nThe ministers met in\nthe capital on Monday.\n\nPage 1 of 2\nPage 2 of 2\n";
        Write("page.html", Page);
        Write("text.txt", Broken);

        await IngestAsync();
        var cleaned = await TextsAsync();
        await IngestAsync(new IngestionOptions { IsRaw = true });
        var raw = await TextsAsync();

        Assert.DoesNotContain(cleaned, text => text.Contains("Home", StringComparison.Ordinal) || text.Contains("Page 2", StringComparison.Ordinal));
        Assert.Contains(raw, text => text.Contains("Home", StringComparison.Ordinal) && text.Contains(Body, StringComparison.Ordinal));
        Assert.Contains(Broken, raw);
    }

    private async Task<IReadOnlyList<string>> TextsAsync()
    {
        var texts = new List<string>();
        foreach (var article in await _index.ListArticlesAsync(default))
            texts.Add((await _index.GetArticleAsync(article.Id, null, default))!.Text);
        return texts;
    }

    private string Write(string name, string text) => _folder.Write(name, text);

    private void Delete(string name) => File.Delete(Path.Combine(_folder.Path, name));

    private Task<IngestionResult> IngestAsync(IngestionOptions? options = null, params string[] folders) => _pipeline.IngestAsync(
        folders.Length == 0 ? [_folder.Path] : [.. folders.Select(folder => Path.Combine(_folder.Path, folder))],
        options ?? new IngestionOptions(), null, CancellationToken.None);
}
