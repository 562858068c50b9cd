using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Assistant.IntegrationTests.Api;

/// <summary>The page in a real browser, against the real server.</summary>
[Collection(ApiTests.Name)]
public sealed class PageTests(ApiServer server, Browser browser) : IClassFixture<Browser>
{
    private const string Answerable = "Who opened MAKS-2019 together with Putin?";
    private const string Unanswerable = "Who won the 2019 Nobel Prize in Chemistry?";
    private readonly List<string> _complaints = [];

    [BrowserFact]
    public async Task A_citation_opens_the_article_with_exactly_the_quote_highlighted()
    {
        var page = await OpenAsync();
        await AskAsync(page, Answerable);

        await page.ClickAsync(".turn .cite >> nth=0");
        var highlighted = await page.Locator("#quote").EvaluateAsync<string>("mark => mark.textContent");

        var id = await AnswerIdAsync(page);
        var answer = await server.Client.GetFromJsonAsync<JsonElement>($"/v1/answers/{id}");
        Assert.Equal(answer.GetProperty("citations")[0].GetProperty("quote").GetString(), highlighted);
        Assert.True(await page.Locator("#quote").EvaluateAsync<bool>("""
            mark => {
              const box = mark.getBoundingClientRect();
              return box.top >= 0 && box.bottom <= innerHeight;
            }
            """));
        Assert.Equal("panel-title", await FocusedIdAsync(page));
        Assert.Contains(answer.GetProperty("citations")[0].GetProperty("title").GetString()!, await page.Locator("#panel-place").TextContentAsync(), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("#panel").IsHiddenAsync());
        Assert.Equal("cite", await page.EvaluateAsync<string>("document.activeElement.className"));
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task Without_evidence_the_page_says_so_and_shows_the_nearest_passages()
    {
        var page = await OpenAsync();

        await AskAsync(page, Unanswerable);

        Assert.Equal("no_evidence", await page.Locator(".turn").GetAttributeAsync("data-status"));
        Assert.Equal(0, await page.Locator(".turn .cite").CountAsync());
        Assert.True(await page.Locator(".passages .source").CountAsync() > 0);
        await page.ClickAsync(".passages .source >> nth=0");
        await page.Locator("mark.passage").WaitForAsync();
        Assert.Equal(1, await page.Locator("mark.passage").CountAsync());
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task A_follow_up_is_asked_with_the_conversation()
    {
        var page = await OpenAsync();
        await AskAsync(page, Answerable);
        var request = await page.RunAndWaitForRequestAsync(
            async () => await AskAsync(page, "When was it?"), static request => request.Url.EndsWith("/v1/answers", StringComparison.Ordinal));

        var history = JsonSerializer.Deserialize<JsonElement>(request.PostData!).GetProperty("history");

        Assert.Equal(2, history.GetArrayLength());
        Assert.Equal(Answerable, history[0].GetProperty("content").GetString());
        Assert.Equal(2, await page.Locator(".turn").CountAsync());
    }

    [BrowserFact]
    public async Task A_link_opens_an_answer_and_a_quote()
    {
        var answer = await server.AskAsync(Answerable);
        var page = await OpenAsync($"/#/answers/{answer.GetProperty("id").GetString()}");
        await page.WaitForSelectorAsync(".turn[data-status=answered]");
        Assert.Equal(Answerable, await page.Locator(".question").TextContentAsync());

        var citation = answer.GetProperty("citations")[0];
        var quote = await OpenAsync(
            $"/#/articles/{citation.GetProperty("articleId")}?revision={citation.GetProperty("revision")}&start={citation.GetProperty("start")}&end={citation.GetProperty("end")}");
        await quote.WaitForSelectorAsync("#quote");
        Assert.Equal(citation.GetProperty("quote").GetString(), await quote.Locator("#quote").EvaluateAsync<string>("mark => mark.textContent"));
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task Adds_an_article_and_shows_its_text_as_text()
    {
        var page = await OpenAsync("/#/articles");
        const string text = "Mill news\n\nThe mill <img src=x onerror=\"document.title='broken'\"> stands in **Quellmark**.";

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "mill.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.WaitForSelectorAsync("#uploads [data-state=added]");
        await page.FillAsync("#article-query", "mill");
        await page.ClickAsync(".article-open:has-text('Mill news') >> nth=0");
        await page.WaitForSelectorAsync("#panel-text:has-text('Quellmark')");

        Assert.Contains("<img src=x", await page.Locator("#panel-text").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#panel-text img").CountAsync());
        Assert.Equal("Assistant", await page.TitleAsync());
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task A_file_of_many_articles_says_what_became_of_them()
    {
        var page = await OpenAsync("/#/articles");
        const string lines = "{\"text\":\"The lock of Ardrishaig was opened in 1801.\"}\n{\"text\":\"The lock of Cairnbaan was opened in 1809.\"}\nnot json\n";

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "locks.jsonl", MimeType = "application/jsonl", Buffer = Encoding.UTF8.GetBytes(lines) });

        await page.WaitForSelectorAsync("#uploads [data-state=added] .state:text('Added: 2, Refused: 1')");
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task A_refused_upload_says_why()
    {
        var page = await OpenAsync("/#/articles");

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "scan.xyz", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });

        var row = page.Locator("#uploads [data-state=refused]");
        await row.WaitForAsync();
        Assert.Contains("Refused", await row.TextContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Says_when_the_server_cannot_be_reached_and_lets_the_user_try_again()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/v1/answers", static route => route.AbortAsync());
        await AskAsync(page, Answerable);
        Assert.Equal("error", await page.Locator(".turn").GetAttributeAsync("data-status"));
        await page.UnrouteAsync("**/v1/answers");

        await page.ClickAsync("text=Try again");
        await page.WaitForSelectorAsync(".turn[data-status=answered]");

        Assert.Equal(1, await page.Locator(".turn").CountAsync());
    }

    [BrowserFact]
    public async Task Filters_are_sent_and_told()
    {
        var page = await OpenAsync();
        await page.ClickAsync("#filter-toggle");
        await page.FillAsync("#filter-after", "2030-01-01");
        await AskAsync(page, Answerable);

        Assert.Equal("no_evidence", await page.Locator(".turn").GetAttributeAsync("data-status"));
        Assert.Contains("2030", await page.Locator(".turn-filters").TextContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Every_control_has_a_name_and_the_keyboard_reaches_the_question_first()
    {
        var page = await OpenAsync();
        await AskAsync(page, Answerable);

        var nameless = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll("button, input, textarea, a")]
              .filter(e => e.checkVisibility())
              .filter(e => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length))
              .map(e => e.outerHTML)
            """);
        Assert.Empty(nameless);

        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("/");
        Assert.Equal("question", await FocusedIdAsync(page));
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.querySelector('a, button, input, textarea').className"));
    }

    [BrowserFact]
    public async Task Text_has_contrast_in_both_themes()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(server.Address, _complaints, new BrowserNewContextOptions { ColorScheme = scheme });
            await AskAsync(page, Answerable);
            var weak = await page.EvaluateAsync<string[]>(Contrast);
            Assert.Empty(weak);
        }
    }

    [BrowserFact]
    public async Task Fits_a_phone()
    {
        var page = await browser.OpenAsync(
            server.Address, _complaints, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        await AskAsync(page, Answerable);
        await page.ClickAsync(".turn .cite >> nth=0");
        await page.WaitForSelectorAsync("#quote");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(_complaints);
    }

    private const string Contrast = """
        (() => {
          const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return c.startsWith("color(srgb") ? m.slice(0, 3).map(x => x * 255).concat(m[3] ?? 1) : m; };
          const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const background = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if ((c[3] ?? 1) > .9) return c; } return [255, 255, 255]; };
          const weak = [];
          for (const e of document.querySelectorAll("body *")) {
            if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            if (e.closest(":disabled, .visually-hidden, .skip")) continue;
            const style = getComputedStyle(e), a = luminance(parse(style.color)), b = luminance(background(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`);
          }
          return weak;
        })()
        """;

    private Task<IPage> OpenAsync(string path = "/") => browser.OpenAsync(new Uri(server.Address, path), _complaints);

    private static async Task AskAsync(IPage page, string question)
    {
        var turns = await page.Locator(".turn").CountAsync();
        await page.FillAsync("#question", question);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync($".turn:nth-child({turns + 1}):not([data-status=pending])");
    }

    private static Task<string> FocusedIdAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    private static async Task<string> AnswerIdAsync(IPage page) =>
        (await page.Locator(".turn").GetAttributeAsync("id"))!["answer-".Length..];
}
