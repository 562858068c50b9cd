using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Assistant.IntegrationTests.Api;

[Collection(ApiTests.Name)]
public sealed class AnswersTests(ApiServer server)
{
    private const string Answerable = "Who opened MAKS-2019 together with Putin?";
    private const string Unanswerable = "Who won the 2019 Nobel Prize in Chemistry?";

    [Fact]
    public async Task Every_quote_is_exactly_the_articles_text_at_its_offsets()
    {
        var answer = await server.AskAsync(Answerable);

        Assert.Equal("answered", answer.GetProperty("status").GetString());
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var article = await server.Client.GetFromJsonAsync<JsonElement>(
                $"/v1/articles/{citation.GetProperty("articleId")}?revision={citation.GetProperty("revision")}");
            var text = article.GetProperty("text").GetString()!;
            Assert.Equal(
                text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()],
                citation.GetProperty("quote").GetString());
        }
    }

    [Fact]
    public async Task Without_evidence_it_cites_nothing_and_names_the_nearest_passages()
    {
        var answer = await server.AskAsync(Unanswerable);

        Assert.Equal("no_evidence", answer.GetProperty("status").GetString());
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
        Assert.Empty(answer.GetProperty("sentences").EnumerateArray());
        Assert.NotEmpty(answer.GetProperty("retrieved").EnumerateArray());
    }

    [Fact]
    public async Task Streams_retrieved_then_sentences_then_the_whole_answer()
    {
        var events = await StreamAsync(Answerable);

        var names = events.Where(static item => item.EventType != "ping").Select(static item => item.EventType).ToList();
        Assert.Equal("retrieved", names[0]);
        Assert.Equal("completed", names[^1]);
        Assert.All(names[1..^1], static name => Assert.Equal("sentence", name));
        var answer = JsonSerializer.Deserialize<JsonElement>(events[^1].Data);
        Assert.Equal(answer.GetProperty("sentences").GetArrayLength(), names.Count - 2);
    }

    [Fact]
    public async Task Obeys_filters_and_the_number_of_citations()
    {
        var none = await server.AskAsync(Answerable, new { sources = new[] { "No Such Paper" } });
        Assert.Equal("no_evidence", none.GetProperty("status").GetString());
        Assert.Empty(none.GetProperty("retrieved").EnumerateArray());

        using var response = await server.Client.PostAsJsonAsync("/v1/answers", new { question = Answerable, maxCitations = 1 });
        var one = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, one.GetProperty("citations").GetArrayLength());
    }

    [Fact]
    public async Task Keeps_an_answer_until_it_is_erased()
    {
        var answer = await server.AskAsync(Unanswerable);
        var path = $"/v1/answers/{answer.GetProperty("id").GetString()}";

        var kept = await server.Client.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(answer.GetRawText(), kept.GetRawText());

        using var erased = await server.Client.DeleteAsync(path);
        using var gone = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Searches_without_reading()
    {
        using var response = await server.Client.PostAsJsonAsync("/v1/search", new { query = "observation posts", limit = 3 });

        var found = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("retrieved");

        Assert.Equal(3, found.GetArrayLength());
        Assert.Contains("observation", found[0].GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(found[0].TryGetProperty("readerScore", out _));
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_the_server_able_to_answer()
    {
        using (var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(40)))
        {
            var asked = Enumerable.Range(0, 20).Select(_ => server.Client.PostAsJsonAsync("/v1/answers", new { question = Answerable }, hurry.Token));
            await Task.WhenAll(asked.Select(static async request =>
            {
                try
                {
                    (await request).Dispose();
                }
                catch (OperationCanceledException)
                {
                    // This is the client going away.
                }
            }));
        }

        Assert.Equal("answered", (await server.AskAsync(Answerable)).GetProperty("status").GetString());
    }

    private async Task<List<SseItem<string>>> StreamAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/answers") { Content = JsonContent.Create(new { question }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync()) events.Add(item);
        return events;
    }
}
