using Microsoft.Playwright;

namespace Assistant.IntegrationTests.Api;

/// <summary>Chromium, started once for all tests of the page.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        if (!File.Exists(BrowserFactAttribute.ChromiumPath)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.ChromiumPath,
            Args = Arguments,
            Timeout = 120_000,
        });
    }

    public async Task DisposeAsync()
    {
        if (_playwright is null) return;
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Opens an address in a tab of its own; what the page complains about is added to the list.</summary>
    internal async Task<IPage> OpenAsync(Uri address, List<string> complaints, BrowserNewContextOptions? options = null)
    {
        var context = await _browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"{message.Text} {message.Location}");
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }
}
