using System.Runtime.Versioning;
using System.Text;
using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class HostileFilesTests : IDisposable
{
    private const string Body = "The ministers met in the capital on Monday and spoke for three hours about trade and transport.";

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryIndex _index = new();
    private readonly CountingEmbedder _embedder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _embedder.Dispose();
    }

    [Fact]
    public async Task Nothing_that_is_no_article_ends_the_run()
    {
        _folder.Write("1-empty.txt", "");
        _folder.Write("2-blank.txt", " \n\n ");
        _folder.Write("3-binary.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))]);
        _folder.Write("4-scan.pdf", "%PDF-1.4");
        _folder.Write("5-renamed.txt", "%PDF-1.4 and so on");
        _folder.Write("6-unknown.txt", [.. Encoding.ASCII.GetBytes(Body), .. Enumerable.Range(0, 64).Select(i => (byte)(0x80 + (i * 13 % 32)))]);
        _folder.Write("7-large.txt", new byte[2000]);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "8-dangling.txt"), "nowhere.txt");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "9-loop.txt"), "9-loop.txt");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "a-loop"), _folder.Path);
        _folder.Write("b-good.txt", Body);

        var result = await IngestAsync(maximumFileBytes: 4096);

        Assert.Equal((1, 10), (result.Added, result.Refused));
        Assert.Equal("b-good.txt", Path.GetFileName(Assert.Single(result.Items, item => item.Outcome == IngestionOutcome.Added).Path));
        Assert.All(result.Items.SkipLast(1), item => Assert.True(item.Reason!.Length > 15, item.Path));
    }

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("page.html", "<html><body><nav><a href=/>Home</a></nav></body></html>", "no text")]
    [InlineData("scan.pdf", "%PDF-1.4", ".pdf")]
    [InlineData("renamed.txt", "%PDF-1.4", "PDF")]
    [InlineData("large.txt", "more than ten bytes of text", "Too large")]
    public async Task A_refusal_says_why(string name, string text, string reason)
    {
        _folder.Write(name, text);

        var result = await IngestAsync(maximumFileBytes: name == "large.txt" ? 10 : 1000);

        Assert.Contains(reason, Assert.Single(result.Items).Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_row()
    {
        var result = await IngestAsync(50, Path.Combine(_folder.Path, "gone.txt"));

        Assert.Contains("no such file", Assert.Single(result.Items).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nul_bytes_lone_surrogates_and_controls_never_reach_the_text()
    {
        byte[] loneSurrogate = [0xED, 0xA0, 0x80];
        _folder.Write("a.txt", [.. Encoding.UTF8.GetBytes(Body + "\0 \u001b[31m red\r\n"), .. loneSurrogate]);
        _folder.Write("b.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Body), 0x00, 0xD8]);

        var result = await IngestAsync();

        Assert.Equal(2, result.Added);
        Assert.All(_index.Articles, article =>
        {
            Assert.DoesNotContain(article.Text, character => char.IsControl(character) && character != '\n');
            Assert.DoesNotContain(article.Text, char.IsSurrogate);
            Assert.EndsWith("\uFFFD", article.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", false)]
    public async Task Reads_encodings_with_their_marks(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        _folder.Write("a.txt", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Größe, Wärme und “Zitat” am Montag.")]);

        await IngestAsync();

        Assert.Equal("Größe, Wärme und “Zitat” am Montag.", _index.Articles.Single().Text);
    }

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<table><tr><td>", 5_000)]
    [InlineData("<b><p>", 10_000)]
    [InlineData("<ul><li>", 10_000)]
    [InlineData("<a href=x>", 10_000)]
    public async Task Deep_markup_neither_crashes_nor_hangs(string tag, int depth)
    {
        _folder.Write("deep.html", $"<html lang=en><body>{string.Concat(Enumerable.Repeat(tag, depth))}{Body}");
        _folder.Write("good.txt", Body);

        var result = await IngestAsync();

        Assert.Equal(2, result.Items.Count);
        Assert.Equal(IngestionOutcome.Added, result.Items[1].Outcome);
    }

    [Fact]
    public async Task Markup_that_makes_the_parser_repeat_itself_is_refused()
    {
        _folder.Write("faulty.html", string.Concat(Enumerable.Range(0, 5000).Select(i => $"<font color={i}><p>x")));

        var item = Assert.Single((await IngestAsync()).Items);

        Assert.Equal(IngestionOutcome.Refused, item.Outcome);
        Assert.Contains("never closed", item.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">", 5_000)]
    [InlineData("[", 20_000)]
    [InlineData("*a ", 5_000)]
    [InlineData("- ", 2_000)]
    [InlineData("![", 20_000)]
    [InlineData("`", 20_001)]
    [InlineData("<div>", 5_000)]
    public async Task Deep_Markdown_is_a_row_and_no_crash(string mark, int depth)
    {
        _folder.Write("deep.md", string.Concat(Enumerable.Repeat(mark, depth)) + Body);

        Assert.Single((await IngestAsync()).Items);
    }

    [Fact]
    public async Task Deep_or_broken_front_matter_is_part_of_the_text()
    {
        _folder.Write("deep.md", $"---\ntitle: {new string('[', 8000)}\n---\n\n{Body}");
        _folder.Write("open.md", $"---\ntitle: Never closed\n\n{Body}");

        var result = await IngestAsync();

        Assert.Equal(2, result.Added);
        Assert.All(_index.Articles, article => Assert.Contains(Body, article.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_line_of_many_megabytes_is_read()
    {
        _folder.Write("line.txt", string.Concat(Enumerable.Repeat(Body + " ", 30_000)));

        var item = Assert.Single((await IngestAsync()).Items);

        Assert.Equal(IngestionOutcome.Added, item.Outcome);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100)]
    public async Task A_file_or_a_line_of_hundreds_of_megabytes_is_refused_unread(int megabytes)
    {
        using (var file = File.Create(Path.Combine(_folder.Path, "huge.txt"))) file.SetLength(megabytes * 1024L * 1024);
        _folder.Write("b-good.txt", Body);

        var result = await IngestAsync();

        Assert.Equal((1, 1), (result.Added, result.Refused));
        Assert.StartsWith($"Too large: {megabytes} MB", result.Items.Single(item => item.ArticleId is null).Reason, StringComparison.Ordinal);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_may_not_be_read_is_a_row_and_the_rest_goes_on()
    {
        _folder.Write("a-locked/1.txt", Body);
        _folder.Write("b-locked.txt", Body);
        _folder.Write("c-good.txt", Body);
        File.SetUnixFileMode(Path.Combine(_folder.Path, "a-locked"), UnixFileMode.None);
        File.SetUnixFileMode(Path.Combine(_folder.Path, "b-locked.txt"), UnixFileMode.None);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1FF);

        var readings = Unprivileged.Run(() => ArticleFolder.Find([_folder.Path], root: null));
        var locked = Unprivileged.Run(() => Record.ExceptionAsync(() => ArticleBytes.ReadAsync(readings[1].Path, 1000, default)).GetAwaiter().GetResult());

        Assert.Equal(["a-locked", "b-locked.txt", "c-good.txt"], readings.Select(file => Path.GetFileName(file.Path)));
        Assert.Contains("No permission to list", readings[0].Refusal, StringComparison.Ordinal);
        Assert.Contains("No permission to read", Assert.IsType<ArticleRefusedException>(locked).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(Path.Combine(_folder.Path, "a-locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(IngestionOutcome.Added, (await IngestAsync(path: readings[2].Path)).Items[0].Outcome);
    }

    [Fact]
    public async Task A_file_that_vanishes_after_it_was_found_is_a_row()
    {
        var path = _folder.Write("a.txt", Body);
        var file = ArticleFolder.Find([path], root: null)[0];
        File.Delete(path);

        var refusal = await Assert.ThrowsAsync<ArticleRefusedException>(
            () => new ArticleReader(TimeProvider.System).ReadAsync(file, new IngestionOptions(), default));

        Assert.Contains("vanished", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_a_row()
    {
        var item = Assert.Single((await IngestAsync(path: Path.Combine(_folder.Path, new string('x', 300) + ".txt"))).Items);

        Assert.Equal(IngestionOutcome.Refused, item.Outcome);
        Assert.Contains("no such file", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_all_kinds_are_read()
    {
        string[] names = [new string('n', 251) + ".txt", "o\u0308.txt", "[red]\u202E.txt", "a b\tc.txt", "-rf.txt", "%2e%2e.txt"];
        foreach (var name in names) _folder.Write(name, $"{Body} {name.Length}.");

        Assert.Equal(names.Length, (await IngestAsync()).Added);
    }

    [Fact]
    public async Task Nested_tables_keep_every_word_once()
    {
        _folder.Write("a.html", $"<html lang=en><body><p>{Body}</p><table><tr><td>Ship<td><table><tr><td>Fram<td>1892</table></table></body></html>");

        await IngestAsync();

        var text = _index.Articles.Single().Text;
        Assert.All(["Ship", "Fram", "1892"], word => Assert.Equal(2, text.Split(word).Length));
    }

    [Fact]
    public async Task A_file_that_is_only_mojibake_is_a_row()
    {
        _folder.Write("a.txt", string.Concat(Enumerable.Repeat("ÐœÐ¸Ð½Ð¸ÑÑ‚Ñ€Ñ‹ Ð²ÑÑ‚Ñ€ÐµÑ‚Ð¸Ð»Ð¸ÑÑŒ ", 9)));

        var item = Assert.Single((await IngestAsync()).Items);
        Assert.Equal(IngestionOutcome.Refused, item.Outcome);
        Assert.Contains("mojibake", item.Reason, StringComparison.Ordinal);
    }

    private Task<IngestionResult> IngestAsync(long maximumFileBytes = 50_000_000, string? path = null)
    {
        var pipeline = new IngestionPipeline(_index, _embedder, new Chunker(SampleText.Tokenizer), TimeProvider.System);
        var options = new IngestionOptions { MaximumFileBytes = maximumFileBytes };
        return pipeline.IngestAsync([path ?? _folder.Path], options, null, CancellationToken.None);
    }
}
