using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class IngestionPipelineTests : IDisposable
{
    private const string Body = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryIndex _index = new();
    private readonly CountingEmbedder _embedder = new();
    private readonly IngestionPipeline _pipeline;

    public IngestionPipelineTests() =>
        _pipeline = new IngestionPipeline(_index, _embedder, new Chunker(SampleText.Tokenizer), TimeProvider.System);

    public void Dispose()
    {
        _folder.Dispose();
        _embedder.Dispose();
    }

    [Fact]
    public async Task An_empty_folder_gives_an_empty_result()
    {
        var result = await IngestAsync();

        Assert.Equal((0, 0, 0, 0, 0), (result.Added, result.Updated, result.Unchanged, result.Refused, result.Embedded));
        Assert.Empty(result.Items);
    }

    [Fact]
    public async Task Each_file_has_a_row_in_the_order_of_its_path()
    {
        _folder.Write("b.md", $"# Talks in the capital\n\n{Body}");
        _folder.Write("a.txt", Body);
        _folder.Write("sub/c.html", $"<html lang=en><title>T</title><body><p>{Body}</p></body></html>");
        _folder.Write(".hidden.txt", Body);

        var result = await IngestAsync();

        Assert.Equal(["a.txt", "b.md", Path.Combine("sub", "c.html")], result.Items.Select(item => Path.GetRelativePath(_folder.Path, item.Path)));
        Assert.Equal((3, 3), (result.Added, result.Embedded));
        Assert.Equal(3, _index.Articles.Count);
    }

    [Fact]
    public async Task A_second_run_embeds_nothing_and_writes_nothing()
    {
        _folder.Write("a.txt", Body);
        await IngestAsync();

        var second = await IngestAsync();

        Assert.Equal((1, 0), (second.Unchanged, second.Embedded));
        Assert.Equal((1, 1), (_index.Writes, _embedder.Batches.Count));
    }

    [Fact]
    public async Task A_changed_file_is_updated_under_the_same_id()
    {
        _folder.Write("a.txt", Body);
        var first = await IngestAsync();
        _folder.Write("a.txt", Body + " They will meet again in May.");

        var second = await IngestAsync();

        Assert.Equal(1, second.Updated);
        Assert.Equal(first.Items[0].ArticleId, second.Items[0].ArticleId);
        Assert.NotEqual(first.Items[0].Revision, second.Items[0].Revision);
    }

    [Fact]
    public async Task The_key_is_the_address_or_the_root_with_the_path()
    {
        _folder.Write("sub/é.txt", Body);
        _folder.Write("web.md", $"---\nurl: https://News.example/a?utm_source=x&id=7#top\n---\n\n{Body}");

        await _pipeline.IngestAsync([_folder.Path], new IngestionOptions { Root = "wire" }, null, CancellationToken.None);

        Assert.Equal(["https://news.example/a?id=7", "wire:sub/é.txt"], _index.Articles.Select(article => article.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["news.example", "wire"], _index.Articles.Select(article => article.Source).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_has_the_same_key_alone_and_with_its_folder()
    {
        var path = _folder.Write("a.txt", Body);
        await IngestAsync();

        var alone = await _pipeline.IngestAsync([path], new IngestionOptions(), null, CancellationToken.None);

        Assert.Equal(1, alone.Unchanged);
    }

    [Fact]
    public async Task The_same_address_twice_is_unchanged_when_equal_and_refused_when_not()
    {
        var page = $"---\ntitle: Talks\nurl: https://news.example/a\n---\n\n{Body}";
        _folder.Write("1.md", page);
        _folder.Write("2.md", page);
        _folder.Write("3.md", page + " More.");

        var result = await IngestAsync();
        var again = await IngestAsync();

        Assert.Equal((1, 1, 1), (result.Added, result.Unchanged, result.Refused));
        Assert.Contains("1.md", result.Items[1].Reason, StringComparison.Ordinal);
        Assert.Contains("1.md", result.Items[2].Reason, StringComparison.Ordinal);
        Assert.Equal((2, 1, 0), (again.Unchanged, again.Refused, again.Embedded));
    }

    [Fact]
    public async Task A_file_named_twice_has_one_row()
    {
        var path = _folder.Write("a.txt", Body);

        var result = await _pipeline.IngestAsync([path, _folder.Path, path], new IngestionOptions(), null, CancellationToken.None);

        Assert.Single(result.Items);
    }

    [Fact]
    public async Task Passages_of_many_articles_are_embedded_in_batches_with_title_and_heading()
    {
        for (var i = 0; i < 70; i++) _folder.Write($"{i:000}.md", $"# Talks number {i} in the capital\n\n{Body}");

        var result = await IngestAsync();

        Assert.Equal(70, result.Embedded);
        Assert.Equal([32, 32, 6], _embedder.Batches.Select(batch => batch.Length));
        Assert.Equal($"Talks number 0 in the capital\n{Body}", _embedder.Batches[0][0]);
    }

    [Fact]
    public async Task Cancelling_keeps_what_is_stored_and_a_repeated_run_goes_on()
    {
        for (var i = 0; i < 40; i++) _folder.Write($"{i:000}.txt", $"{Body} Number {i}.");
        using var cancellation = new CancellationTokenSource();
        var progress = new SynchronousProgress(report =>
        {
            if (report.FilesDone == 35) cancellation.Cancel();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => _pipeline.IngestAsync([_folder.Path], new IngestionOptions(), progress, cancellation.Token));
        var second = await IngestAsync();

        Assert.Equal((32, 8), (second.Unchanged, second.Added));
    }

    [Fact]
    public async Task Progress_counts_every_file_once()
    {
        for (var i = 0; i < 3; i++) _folder.Write($"{i}.txt", Body);
        var reports = new List<IngestionProgress>();

        await _pipeline.IngestAsync([_folder.Path], new IngestionOptions(), new SynchronousProgress(reports.Add), CancellationToken.None);

        Assert.Equal([1, 2, 3], reports.Select(report => report.FilesDone));
        Assert.All(reports, report => Assert.Equal(3, report.FilesTotal));
    }

    [Fact]
    public async Task Another_language_is_indexed_with_a_warning()
    {
        _folder.Write("a.html", "<html lang=\"de-AT\"><body><p>Die Minister trafen sich am Montag in der Hauptstadt und sprachen lange.</p></body></html>");

        var item = Assert.Single((await IngestAsync()).Items);

        Assert.Equal(IngestionOutcome.Added, item.Outcome);
        Assert.Contains("English", item.Reason, StringComparison.Ordinal);
        Assert.Equal("de", _index.Articles.Single().Language);
    }

    [Fact]
    public async Task The_result_has_the_shape_of_the_contract()
    {
        _folder.Write("a.bin", [1, 2, 3]);
        var result = await IngestAsync();

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(result, AssistantJson.Options));

        Assert.Equal(
            ["added", "updated", "unchanged", "removed", "refused", "embedded", "items"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        var item = json.RootElement.GetProperty("items")[0];
        Assert.Equal(["path", "outcome", "reason"], item.EnumerateObject().Select(property => property.Name));
        Assert.Equal("refused", item.GetProperty("outcome").GetString());
    }

    private Task<IngestionResult> IngestAsync() =>
        _pipeline.IngestAsync([_folder.Path], new IngestionOptions(), null, CancellationToken.None);

    private sealed class SynchronousProgress(Action<IngestionProgress> report) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value) => report(value);
    }
}
