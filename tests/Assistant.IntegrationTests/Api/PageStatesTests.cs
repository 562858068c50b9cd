using System.Text.Json;
using Microsoft.Playwright;

namespace Assistant.IntegrationTests.Api;

/// <summary>What the page shows on the way to an answer and for each status, with a server whose words the test writes.</summary>
[Collection(ApiTests.Name)]
public sealed class PageStatesTests(ApiServer server, Browser browser) : IClassFixture<Browser>
{
    /// <summary>Answers questions with what <c>say(event, data)</c> writes, when it writes it.</summary>
    private const string ScriptedServer = """
        const fetchReally = window.fetch;
        window.fetch = (path, options) => {
          if (path !== "/v1/answers") return fetchReally(path, options);
          const body = new ReadableStream({ start(controller) {
            window.say = (name, data) => controller.enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
            options.signal.addEventListener("abort", () => { window.aborted = true; controller.error(options.signal.reason); });
          } });
          return Promise.resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
        };
        undefined; // Else the function would be taken for the one to call.
        """;

    private readonly List<string> _complaints = [];

    [BrowserFact]
    public async Task Sentences_appear_as_they_come_each_with_its_citations()
    {
        var page = await AskAsync();
        await SayAsync(page, "retrieved", Array.Empty<object>());
        await SayAsync(page, "sentence", new { sentence = Sentence("It opened in May.", 1), newCitations = new[] { Citation(1) } });
        await page.WaitForSelectorAsync(".sentence:has-text('It opened in May.') .cite:text('1')");
        Assert.Equal("pending", await StatusAsync(page));

        await SayAsync(page, "sentence", new { sentence = Sentence("It closed in June.", 2), newCitations = new[] { Citation(2) } });
        await page.WaitForSelectorAsync(".sentence:has-text('It closed in June.') .cite:text('2')");
        await SayAsync(page, "ping", new { });
        await SayAsync(page, "completed", Answer("answered", Sentence("It opened in May.", 1), Sentence("It closed in June.", 2)));

        await page.WaitForSelectorAsync(".turn[data-status=answered]");
        Assert.Equal(2, await page.Locator(".sentence").CountAsync());
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task Every_status_looks_different_also_one_that_comes_later()
    {
        var looks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var status in new[] { "answered", "partial", "conflicting", "no_evidence", "not_known_yet" })
        {
            var page = await AskAsync();
            await SayAsync(page, "completed", Answer(status, Sentence("It opened in May.", 1)));
            await page.WaitForSelectorAsync($".turn[data-status={status}]");
            looks.Add(await page.Locator(".status").EvaluateAsync<string>(
                "line => line.textContent + getComputedStyle(line.querySelector('strong')).color + line.querySelector('path').getAttribute('d')"));
        }

        Assert.Equal(5, looks.Count);
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task A_short_answer_stands_alone_only_when_it_is_a_name_or_the_like()
    {
        const string sentence = "The mayor said on Friday that the bridge over the Nith would be closed to lorries and open to buses until May.";
        foreach (var (shortAnswer, count) in new[] { ("until May", 1), ("the bridge over the Nith would be closed to lorries", 0), ("", 0) })
        {
            var page = await AskAsync();
            await SayAsync(page, "completed", Answer("answered", shortAnswer, [Sentence(sentence, 1)]));
            await page.WaitForSelectorAsync(".turn[data-status=answered]");
            Assert.Equal(count, await page.Locator(".gist").CountAsync());
        }
    }

    [BrowserFact]
    public async Task A_slow_answer_says_how_long_it_takes_and_can_be_stopped()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync();
        await SubmitAsync(page);
        await page.Clock.RunForAsync(20_000);
        Assert.Matches(@"busy.*\d+ s", await page.Locator(".waiting").TextContentAsync());

        await page.ClickAsync(".waiting button");

        await page.WaitForSelectorAsync(".turn[data-status=stopped]");
        Assert.True(await page.EvaluateAsync<bool>("window.aborted"));
        Assert.True(await page.Locator("text=Ask again").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task An_answer_that_breaks_off_is_an_error_not_an_answer()
    {
        var page = await AskAsync();
        await SayAsync(page, "sentence", new { sentence = Sentence("It opened in May.", 1), newCitations = new[] { Citation(1) } });
        await SayAsync(page, "error", new { type = "urn:assistant:problem:index-unavailable", title = "The index cannot be used now", status = 503, detail = "Wait." });

        await page.WaitForSelectorAsync(".turn[data-status=error]");

        Assert.Equal(0, await page.Locator(".sentence").CountAsync());
        Assert.Contains("The index cannot be used now", await page.Locator(".turn").TextContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task An_answer_is_copied_as_Markdown_with_its_citations()
    {
        var page = await AskAsync();
        await SayAsync(page, "completed", Answer("answered", Sentence("It *opened* in May.", 1)));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await page.ClickAsync("text=Copy as Markdown");
        await page.WaitForSelectorAsync("text=Copied");

        var markdown = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains(@"It \*opened\* in May.[^1]", markdown, StringComparison.Ordinal);
        Assert.Contains("[^1]: “the words 1” — [Title 1](", markdown, StringComparison.Ordinal);
        Assert.Contains("#/articles/article1?revision=r&start=1&end=12", markdown, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Only_one_question_is_asked_at_a_time_and_the_box_says_so()
    {
        var page = await AskAsync();

        Assert.True(await page.Locator("#ask").IsDisabledAsync());
        await page.FillAsync("#question", "Another one?");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal(1, await page.Locator(".turn").CountAsync());
        Assert.Equal("Another one?", await page.InputValueAsync("#question"));
    }

    private async Task<IPage> AskAsync()
    {
        var page = await OpenAsync();
        await SubmitAsync(page);
        await page.WaitForSelectorAsync(".waiting");
        return page;
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(new Uri(server.Address, "/"), _complaints);
        await page.EvaluateAsync(ScriptedServer);
        return page;
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.FillAsync("#question", "When was it open?");
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task<JsonElement?> SayAsync(IPage page, string name, object data) =>
        page.EvaluateAsync($"window.say({JsonSerializer.Serialize(name)}, {JsonSerializer.Serialize(data)})");

    private static async Task<string?> StatusAsync(IPage page) => await page.Locator(".turn").GetAttributeAsync("data-status");

    private static object Answer(string status, params object[] sentences) => Answer(status, string.Empty, sentences);

    private static object Answer(string status, string shortAnswer, object[] sentences) => new
    {
        shortAnswer,
        id = "scripted",
        question = "When was it open?",
        standaloneQuestion = "When was it open?",
        status,
        text = "It opened in May.",
        sentences,
        citations = new[] { Citation(1), Citation(2) },
        retrieved = Array.Empty<object>(),
        confidence = 0.9,
        mode = "generative",
        timings = new { retrieveMilliseconds = 1, readMilliseconds = 2, totalMilliseconds = 3 },
    };

    private static object Sentence(string text, int citation) => new { text, citations = new[] { citation }, verdict = "supported" };

    private static object Citation(int number) => new
    {
        number,
        articleId = $"article{number}",
        revision = "r",
        passageId = Guid.Empty,
        start = 1,
        end = 12,
        quote = $"the words {number}",
        title = $"Title {number}",
        source = "Source",
    };
}
