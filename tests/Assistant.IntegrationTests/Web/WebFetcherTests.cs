using System.IO.Compression;
using System.Net;
using System.Text;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;
using Assistant.Core.Ingestion.Web;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Web;

public sealed class WebFetcherTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly WebOptions Generous = new() { AllowPrivateAddresses = true };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("169.254.169.254")]
    public async Task Private_addresses_are_refused_however_they_are_written(string host)
    {
        site.SetPage("/secret", "text/html", "<p>Secret");
        using var fetcher = new WebFetcher(new WebOptions());

        var refusal = await RefusalAsync(fetcher, $"http://{host}:{site.Address.Port}/secret");

        Assert.Contains("private network", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("/secret", site.Requests);
    }

    [Fact]
    public async Task Every_redirect_is_checked_again()
    {
        site.SetRedirect("/hop", $"http://127.0.0.2:{site.Address.Port}/inner");
        site.SetPage("/inner", "text/html", "<p>Secret");
        using var fetcher = FetcherFor(["127.0.0.1"], address => address.Equals(IPAddress.Loopback));

        Assert.Contains("127.0.0.2", await RefusalAsync(fetcher, site["/hop"]), StringComparison.Ordinal);
        Assert.DoesNotContain("/inner", site.Requests);
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        site.SetPage("/page", "text/html", "<p>Page");
        var answers = new Queue<string[]>([["203.0.113.7", "127.0.0.1"], ["203.0.113.7"]]);
        using var fetcher = new WebFetcher(
            new WebOptions(),
            (_, _) => Task.FromResult(Array.ConvertAll(answers.Dequeue(), IPAddress.Parse)),
            address => address.Equals(IPAddress.Loopback));

        var page = await fetcher.GetAsync(new Uri($"http://news.example:{site.Address.Port}/page"), PageValidator.None, default);

        Assert.Equal("<p>Page", Encoding.UTF8.GetString(page.Bytes));
        Assert.Single(answers);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        for (var i = 0; i < 6; i++) site.SetRedirect($"/r{i}", i == 5 ? "/end" : $"/r{i + 1}");
        site.SetPage("/end", "text/html; charset=UTF-8", "<p>End", tag: "\"1\"");
        site.SetRedirect("/self", "/self");
        using var fetcher = new WebFetcher(Generous);

        var page = await fetcher.GetAsync(new Uri(site["/r1"]), PageValidator.None, default);

        Assert.Equal(("/end", "text/html", "UTF-8", "\"1\""), (page.Address.AbsolutePath, page.MediaType, page.Charset, page.Validator.ETag));
        Assert.Contains("redirects more than 5 times", await RefusalAsync(fetcher, site["/r0"]), StringComparison.Ordinal);
        Assert.Contains("redirects more than 5 times", await RefusalAsync(fetcher, site["/self"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("gopher://127.0.0.1/x")]
    public async Task Only_http_and_https_are_followed(string target)
    {
        site.SetRedirect("/away", target);
        using var fetcher = new WebFetcher(Generous);

        Assert.Contains("Only http and https", await RefusalAsync(fetcher, site["/away"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_are_too_large_are_refused_whatever_they_say_of_their_length()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) await gzip.WriteAsync(new byte[3 * 1024 * 1024]);
        site.SetPage("/stated", "text/plain", new byte[2 * 1024 * 1024]);
        site.Set("/chunked", async context =>
        {
            for (var i = 0; i < 40; i++) await context.Response.Body.WriteAsync(new byte[64 * 1024]);
        });
        site.Set("/bomb", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
        });
        using var fetcher = new WebFetcher(new WebOptions { AllowPrivateAddresses = true, MaxMegabytes = 1 });

        foreach (var path in new[] { "/stated", "/chunked", "/bomb" })
            Assert.Contains("more than 1 MB", await RefusalAsync(fetcher, site[path]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_left_after_the_time_limit()
    {
        site.Set("/drip", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        });
        using var fetcher = new WebFetcher(new WebOptions { AllowPrivateAddresses = true, TimeoutSeconds = 1 });

        Assert.Contains("within 1 seconds", await RefusalAsync(fetcher, site["/drip"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_are_told_apart()
    {
        site.Set("/error", context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        site.Set("/cut", context =>
        {
            context.Response.ContentLength = 100;
            context.Abort();
            return Task.CompletedTask;
        });
        using var fetcher = new WebFetcher(Generous);

        Assert.Contains("404", await RefusalAsync(fetcher, site["/nothing"]), StringComparison.Ordinal);
        Assert.Contains("503", await RefusalAsync(fetcher, site["/error"]), StringComparison.Ordinal);
        Assert.Contains("cannot be fetched", await RefusalAsync(fetcher, site["/cut"]), StringComparison.Ordinal);
        Assert.Contains("cannot be fetched", await RefusalAsync(fetcher, "http://127.0.0.1:1/"), StringComparison.Ordinal);
        Assert.Contains("cannot be fetched", await RefusalAsync(fetcher, "http://no-such-host.invalid/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_not_a_refusal()
    {
        using var fetcher = new WebFetcher(Generous);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.GetAsync(new Uri(site["/page"]), PageValidator.None, new CancellationToken(canceled: true)));
    }

    private static WebFetcher FetcherFor(string[] addresses, Predicate<IPAddress> isAllowed) =>
        new(new WebOptions(), (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse)), isAllowed);

    private static async Task<string> RefusalAsync(WebFetcher fetcher, string address) =>
        (await Assert.ThrowsAsync<ArticleRefusedException>(
            () => fetcher.GetAsync(new Uri(address), PageValidator.None, CancellationToken.None))).Message;
}
