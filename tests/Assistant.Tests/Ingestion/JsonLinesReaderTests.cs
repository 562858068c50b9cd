using Assistant.Core.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class JsonLinesReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_line_is_an_article_with_its_fields()
    {
        var readings = await ReadAsync(
            """{"title":"Talks","text":"They met.","url":"https://News.example/a?utm_source=x","source":"Wire","author":"A. Writer","publishedAt":"2019-08-27","language":"en"}""",
            "",
            """{"_id":"d7","text":"Second.","metadata":{"source":"Other","publishedAt":"2020-01-02T03:04:05Z"}}""");

        Assert.Equal(2, readings.Count);
        var first = readings[0].Article!;
        Assert.Equal(
            ("Talks", "They met.", "https://news.example/a", "Wire", "A. Writer", "2019-08-27"),
            (first.Title, first.Text, first.Url, first.Source, first.Author, $"{first.PublishedAt:yyyy-MM-dd}"));
        var second = readings[1].Article!;
        Assert.Equal(("Other", 5), (second.Source, second.PublishedAt!.Value.Second));
        Assert.EndsWith("lines.jsonl#d7", second.Key, StringComparison.Ordinal);
        Assert.EndsWith(":3", readings[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_taken_as_it_is()
    {
        var reading = Assert.Single(await ReadAsync("""{"text":"  Home\r\n\r\n\r\nPage 1 of 2\ttab  cafe\u0301 \ud83d\ude00 \ud800 \u0000.\n\n"}"""));

        Assert.Equal("  Home\n\n\nPage 1 of 2\ttab  café \U0001F600 \uFFFD  .\n\n", reading.Article!.Text);
        Assert.Empty(reading.Removed);
    }

    [Theory]
    [InlineData("{\"text\":\"cut", "Line 2 is not JSON")]
    [InlineData("[1,2]", "Line 2: not an object but array")]
    [InlineData("{\"title\":\"no text\"}", "Line 2: there is no field 'text'")]
    [InlineData("{\"text\":7}", "Line 2: there is no field 'text'")]
    [InlineData("{\"text\":\" \\n \"}", "Line 2: its 'text' is empty")]
    [InlineData("null", "Line 2: not an object but null")]
    public async Task A_malformed_line_is_a_row_with_its_number_and_the_rest_goes_on(string line, string reason)
    {
        var readings = await ReadAsync("""{"text":"One."}""", line, """{"text":"Three."}""");

        Assert.Equal(3, readings.Count);
        Assert.NotNull(readings[0].Article);
        Assert.StartsWith(reason, readings[1].Reason, StringComparison.Ordinal);
        Assert.Equal("Three.", readings[2].Article!.Text);
    }

    [Fact]
    public async Task Deep_json_is_a_row()
    {
        var readings = await ReadAsync($"{{\"text\":{new string('[', 5000)}", """{"text":"Good."}""");

        Assert.Equal([null, "Good."], readings.Select(reading => reading.Article?.Text));
    }

    [Fact]
    public async Task An_article_without_id_or_address_is_known_by_its_text()
    {
        var before = await ReadAsync("""{"text":"One."}""", """{"text":"Two."}""");
        var after = await ReadAsync("""{"text":"Two."}""", """{"text":"One."}""");

        Assert.Equal(before.Select(Id).Order(), after.Select(Id).Order());
        static string Id(ArticleReading reading) => reading.Article!.Id;
    }

    private async Task<IReadOnlyList<ArticleReading>> ReadAsync(params string[] lines)
    {
        var path = _folder.Write("lines.jsonl", string.Join('\n', lines));
        var readings = new List<ArticleReading>();
        var reader = new ArticleReader(TimeProvider.System);
        await foreach (var reading in reader.ReadAllAsync(ArticleFolder.Find([path], "test")[0], new IngestionOptions(), default))
            readings.Add(reading);
        return readings;
    }
}
