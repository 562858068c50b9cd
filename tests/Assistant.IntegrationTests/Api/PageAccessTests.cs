using System.Text.Json;
using Assistant.Core.Keys;
using Microsoft.Playwright;

namespace Assistant.IntegrationTests.Api;

/// <summary>The page where there is nothing to ask yet, where a key is asked for, and by keyboard alone.</summary>
[Collection(ApiTests.Name)]
public sealed class PageAccessTests(ApiServer server, Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> _complaints = [];

    [BrowserFact]
    public async Task With_keys_the_page_asks_once_and_forgets_the_key_with_the_tab()
    {
        var keyed = new ApiServer { HasArticles = false };
        try
        {
            var key = new KeyStore(keyed.DataFolder, TimeProvider.System).Create("page", KeyScope.Read).Secret;
            await keyed.InitializeAsync();
            var page = await browser.OpenAsync(keyed.Address, _complaints);
            await page.FillAsync("#key", "wrong");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#key-reason:has-text('unknown or was revoked')");
            await page.FillAsync("#key", key);
            await page.Keyboard.PressAsync("Enter");

            await page.WaitForSelectorAsync("#welcome-text:has-text('There are no articles yet.')");
            await page.ReloadAsync();
            await page.WaitForSelectorAsync("#welcome-text:has-text('There are no articles yet.')");
            Assert.False(await page.Locator("#key-dialog").IsVisibleAsync());
            Assert.Equal(key, await page.EvaluateAsync<string>("sessionStorage.getItem('assistant-key')"));
            Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + document.cookie.length"));
        }
        finally
        {
            await keyed.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task The_keyboard_goes_through_the_page_in_the_order_it_is_read()
    {
        var page = await browser.OpenAsync(new Uri(server.Address, "/#/articles"), _complaints);
        await page.WaitForSelectorAsync(".article-open");
        var order = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            order.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.replace(/[\\d,]+$/, '')"));
        }

        Assert.Equal(["Skip to the content", "Assistant", "Ask", "Articles", "theme", "pick", "article-query"], order);
    }

    [BrowserFact]
    public async Task On_a_phone_the_keyboard_stays_in_the_open_article()
    {
        var page = await browser.OpenAsync(
            new Uri(server.Address, "/#/articles"), _complaints, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        await page.ClickAsync(".article-open >> nth=0");
        await page.WaitForSelectorAsync("#panel-meta:not(:empty)");
        for (var i = 0; i < 8; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.body || !!document.activeElement.closest('#panel')"));
        }

        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("article-open", await page.EvaluateAsync<string>("document.activeElement.className"));
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task Files_can_be_dropped_anywhere()
    {
        var page = await browser.OpenAsync(server.Address, _complaints);
        var files = await page.EvaluateHandleAsync("""
            () => {
              const files = new DataTransfer();
              files.items.add(new File(["Dropped\n\nThe weir of Tolsta was repaired in the autumn of 1931."], "dropped.txt", { type: "text/plain" }));
              return files;
            }
            """);
        await page.DispatchEventAsync("body", "dragenter", new { dataTransfer = files });
        Assert.True(await page.Locator("#drop-veil").IsVisibleAsync());

        await page.DispatchEventAsync("body", "drop", new { dataTransfer = files });

        await page.WaitForSelectorAsync("#uploads [data-state=added]:has-text('dropped.txt')");
        Assert.False(await page.Locator("#drop-veil").IsVisibleAsync());
        await page.WaitForSelectorAsync(".article-open:has-text('Dropped')");
        Assert.Empty(_complaints);
    }

    [BrowserFact]
    public async Task Each_view_is_found_where_it_was_left()
    {
        var page = await browser.OpenAsync(
            new Uri(server.Address, "/#/articles"), _complaints, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 300 } });
        await page.WaitForSelectorAsync(".article-open");
        await page.EvaluateAsync("scrollTo(0, 120)");

        await GoToAsync(page, "ask");
        await AssertScrolledAsync(page, 0);
        await GoToAsync(page, "articles");

        await AssertScrolledAsync(page, 120);
        Assert.Equal("page", await page.Locator("nav [data-view=articles]").GetAttributeAsync("aria-current"));
    }

    /// <summary>Clicks as a person does: Playwright's own click scrolls first.</summary>
    private static Task<JsonElement?> GoToAsync(IPage page, string view) => page.EvalOnSelectorAsync($"nav [data-view={view}]", "link => link.click()");

    private static async Task AssertScrolledAsync(IPage page, int top)
    {
        for (var i = 0; i < 100 && await page.EvaluateAsync<int>("scrollY") != top; i++) await Task.Delay(50);
        Assert.Equal(top, await page.EvaluateAsync<int>("scrollY"));
    }
}
