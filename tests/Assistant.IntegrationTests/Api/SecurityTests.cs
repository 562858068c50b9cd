using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Api;
using Assistant.Core.Configuration;
using Assistant.Core.Keys;

namespace Assistant.IntegrationTests.Api;

[Collection(ApiTests.Name)]
public sealed class SecurityTests(ApiServer server)
{
    private const string Question = """{"question":"Who opened MAKS-2019 together with Putin?"}""";

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example:80", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.0.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1234", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    public async Task Without_keys_this_machine_is_served_under_its_own_names_alone(string host, HttpStatusCode status)
    {
        foreach (var path in new[] { "/v1/articles", "/health/live", "/" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            using var response = await server.Client.SendAsync(request);

            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task The_servers_own_page_may_write_also_behind_a_proxy_that_ends_TLS(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/articles/unknown");
        request.Headers.Add("Origin", $"{scheme}://{server.Address.Authority}");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/v1/answers")]
    [InlineData("POST", "/v1/articles")]
    [InlineData("DELETE", "/v1/articles/any")]
    [InlineData("DELETE", "/v1/answers/any")]
    public async Task Another_sites_page_may_write_nothing(string method, string path)
    {
        foreach (var origin in new[] { "https://evil.example", "null", "http://127.0.0.1:1" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = ApiServer.Json(Question) };
            request.Headers.Add("Origin", origin);

            using var response = await server.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task No_origin_is_allowed_to_read_across_sites()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles");
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await server.Client.SendAsync(request);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Every_response_has_the_strict_policy()
    {
        foreach (var path in new[] { "/", "/app.js", "/v1/articles", "/v1/nothing" })
        {
            using var response = await server.Client.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public void Without_keys_the_server_refuses_to_listen_to_other_machines()
    {
        foreach (var url in new[] { "http://0.0.0.0:0", "http://*:0", "http://[::]:0", "http://127.0.0.1:0;http://10.0.0.1:0" })
        {
            var refusal = Assert.Throws<ConfigurationException>(() => ApiHost.Build(["--data", Folder("open"), "--urls", url]));
            Assert.Contains("keys create", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_keys_each_scope_allows_what_it_says_until_it_is_revoked()
    {
        await using var keyed = await KeyedServer.StartAsync();
        using var nobody = new HttpClient { BaseAddress = keyed.Address };
        using var reader = keyed.ClientWith(keyed.Read.Secret);
        using var writer = keyed.ClientWith(keyed.Write.Secret);

        await AssertStatusAsync(HttpStatusCode.Unauthorized, nobody.GetAsync("/v1/articles"));
        await AssertStatusAsync(HttpStatusCode.Unauthorized, keyed.ClientWith("asst_made_up").GetAsync("/v1/articles"));
        await AssertStatusAsync(HttpStatusCode.OK, nobody.GetAsync("/"));
        await AssertStatusAsync(HttpStatusCode.OK, nobody.GetAsync("/health/live"));
        await AssertStatusAsync(HttpStatusCode.OK, reader.GetAsync("/v1/articles"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, reader.PostAsJsonAsync("/v1/articles", new { text = "Some text.", format = "text" }));
        await AssertStatusAsync(HttpStatusCode.Forbidden, reader.DeleteAsync("/v1/articles/any"));
        await AssertStatusAsync(HttpStatusCode.NotFound, writer.DeleteAsync("/v1/articles/any"));

        keyed.Store.Revoke(keyed.Read.Key.Id);

        await AssertStatusAsync(HttpStatusCode.Unauthorized, reader.GetAsync("/v1/articles"));
        await AssertStatusAsync(HttpStatusCode.OK, writer.GetAsync("/v1/articles"));
    }

    [Fact]
    public async Task An_address_inside_the_network_is_not_fetched()
    {
        var own = new Uri(server.Address, "/health/live");
        foreach (var url in new[] { own.AbsoluteUri, $"http://localhost:{own.Port}/", "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://169.254.169.254/", "http://10.0.0.1/" })
        {
            using var response = await server.Client.PostAsJsonAsync("/v1/articles", new { url });

            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("urn:assistant:problem:refused-article", problem.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var small = new DisposableServer("--Api:MaxBodyMegabytes=1");
        await small.StartAsync();

        using var response = await small.Server.Client.PostAsync("/v1/answers", ApiServer.Json(new string(' ', 2 * 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("urn:assistant:problem:too-large", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Over_the_limits_it_says_when_to_come_back()
    {
        await using var strict = new DisposableServer("--Api:RequestsPerMinute=3");
        await strict.StartAsync();
        for (var i = 0; i < 3; i++) await AssertStatusAsync(HttpStatusCode.OK, strict.Server.Client.GetAsync("/v1/articles"));

        using var response = await strict.Server.Client.GetAsync("/v1/articles");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await AssertStatusAsync(HttpStatusCode.OK, strict.Server.Client.GetAsync("/health/live"));
    }

    private static async Task AssertStatusAsync(HttpStatusCode expected, Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.Equal(expected, response.StatusCode);
    }

    private string Folder(string name) => Path.Combine(server.DataFolder, name);

    private sealed class DisposableServer(params string[] options) : IAsyncDisposable
    {
        public ApiServer Server { get; } = new(options) { HasArticles = false };

        public Task StartAsync() => Server.InitializeAsync();

        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }

    private sealed class KeyedServer : IAsyncDisposable
    {
        private readonly ApiServer _server = new() { HasArticles = false };

        private KeyedServer()
        {
            Store = new KeyStore(_server.DataFolder, TimeProvider.System);
            Read = Store.Create("reader", KeyScope.Read);
            Write = Store.Create("writer", KeyScope.Write);
        }

        public KeyStore Store { get; }

        public CreatedKey Read { get; }

        public CreatedKey Write { get; }

        public Uri Address => _server.Address;

        public static async Task<KeyedServer> StartAsync()
        {
            var server = new KeyedServer();
            await server._server.InitializeAsync();
            return server;
        }

        public HttpClient ClientWith(string key)
        {
            var client = new HttpClient { BaseAddress = Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return client;
        }

        public async ValueTask DisposeAsync() => await _server.DisposeAsync();
    }
}
