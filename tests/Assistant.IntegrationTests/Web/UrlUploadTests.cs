using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.IntegrationTests.Api;

namespace Assistant.IntegrationTests.Web;

public sealed class UrlUploadTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Page = "<html lang=en><head><title>Talks</title></head><body><article><p>The ministers met in the capital on Monday.</p></article></body></html>";

    [Fact]
    public async Task An_address_is_fetched_when_the_server_allows_it()
    {
        site.SetPage("/talks", "text/html", Page, tag: "\"1\"");
        await using var server = new Server("--Web:AllowPrivateAddresses=true");
        await server.Api.InitializeAsync();

        using var added = await server.PostAsync(new { url = site["/talks"] });
        using var again = await server.PostAsync(new { url = site["/talks"] });
        using var gone = await server.PostAsync(new { url = site["/gone"] });

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (added.StatusCode, again.StatusCode, gone.StatusCode));
        var result = await added.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(site["/talks"], result.GetProperty("items")[0].GetProperty("path").GetString());
        var article = await server.Api.Client.GetFromJsonAsync<JsonElement>(added.Headers.Location);
        Assert.Equal((site["/talks"], "Talks"), (article.GetProperty("url").GetString(), article.GetProperty("title").GetString()));
        Assert.Contains("404", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_on_the_servers_own_network_is_refused_and_what_is_none_is_an_error()
    {
        site.SetPage("/secret", "text/html", Page);
        await using var server = new Server();
        await server.Api.InitializeAsync();

        using var refused = await server.PostAsync(new { url = site["/secret"] });
        using var file = await server.PostAsync(new { url = "file:///etc/passwd" });
        using var both = await server.PostAsync(new { url = site["/secret"], text = "Some text." });

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest),
            (refused.StatusCode, file.StatusCode, both.StatusCode));
        Assert.Contains("private network", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("/secret", site.Requests);
    }

    private sealed class Server(params string[] options) : IAsyncDisposable
    {
        public ApiServer Api { get; } = new(options) { HasArticles = false };

        public Task<HttpResponseMessage> PostAsync(object article) => Api.Client.PostAsJsonAsync("/v1/articles", article);

        public async ValueTask DisposeAsync() => await Api.DisposeAsync();
    }
}
