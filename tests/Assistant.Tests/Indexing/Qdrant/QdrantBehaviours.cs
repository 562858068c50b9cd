using System.Net;
using System.Text;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Behaviours of Qdrant that the index stands on, by plain HTTP: the same tests for either server.</summary>
/// <remarks>The numbers are those of section 6 of the notes on Qdrant 1.19.</remarks>
public abstract partial class QdrantBehaviours : IAsyncLifetime
{
    private HttpClient _http = null!;
    private readonly string _name = QdrantFixtures.NextName();

    private protected abstract Task<(Uri Address, string? Key)> StartAsync();

    private string Points => $"/collections/{_name}/points";

    public async Task InitializeAsync()
    {
        var (address, key) = await StartAsync();
        _http = Connect(address, key);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var name in new[] { _name, $"{_name}-2", $"{_name} ä" }) await SendAsync("DELETE", $"/collections/{Uri.EscapeDataString(name)}");
        _http.Dispose();
    }

    [ContractFact]
    public async Task B1_The_root_tells_title_and_version_without_an_envelope()
    {
        var (status, body) = await SendAsync("GET", "/");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(Version.TryParse(body.GetProperty("version").GetString()!.Split('-')[0], out _));
        Assert.False(body.TryGetProperty("result", out _));
    }

    [ContractFact]
    public async Task B4_Health_is_plain_text()
    {
        foreach (var path in new[] { "/healthz", "/livez", "/readyz" })
        {
            using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        }
    }

    [ContractFact]
    public async Task B5_B6_B7_A_collection_is_read_back_as_it_was_made_and_made_only_once()
    {
        await CreateAsync();

        var config = (await OkAsync("GET", $"/collections/{_name}")).GetProperty("config");
        Assert.Equal(4, config.GetProperty("params").GetProperty("vectors").GetProperty("dense").GetProperty("size").GetInt32());
        Assert.Equal("idf", config.GetProperty("params").GetProperty("sparse_vectors").GetProperty("bm25").GetProperty("modifier").GetString());
        Assert.Equal("1", config.GetProperty("metadata").GetProperty("schema").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("PUT", $"/collections/{_name}", Collection)).Status);
        Assert.True((await OkAsync("GET", $"/collections/{_name}/exists")).GetProperty("exists").GetBoolean());
        Assert.False((await OkAsync("GET", $"/collections/{_name}-none/exists")).GetProperty("exists").GetBoolean());
    }

    [ContractFact]
    public async Task B8_B9_A_missing_collection_has_an_envelope_and_an_unknown_route_has_no_body()
    {
        var (status, body) = await SendAsync("GET", $"/collections/{_name}-none");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.True(body.GetProperty("status").TryGetProperty("error", out _));

        using var unknown = await _http.GetAsync(new Uri("/no-such-route", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, string.Empty), (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        Assert.False((await OkAsync("DELETE", $"/collections/{_name}-none")).GetBoolean());
    }

    [ContractFact]
    public async Task B10_Names_are_checked_and_escaped()
    {
        await OkAsync("PUT", $"/collections/{Uri.EscapeDataString($"{_name} ä")}", """{"vectors":{}}""");

        Assert.True((await OkAsync("GET", $"/collections/{Uri.EscapeDataString($"{_name} ä")}/exists")).GetProperty("exists").GetBoolean());
        var refused = (int)(await SendAsync("PUT", $"/collections/{new string('x', 256)}", """{"vectors":{}}""")).Status;
        Assert.InRange(refused, 400, 499);
    }

    [ContractTheory]
    [InlineData("""{"vectors":{"dense":{"size":65537,"distance":"Cosine"}}}""", 422)]
    [InlineData("""{"vectors":{},"shard_number":0}""", 422)]
    [InlineData("""{"vectors":{},"shard_number":-1}""", 400)]
    public async Task B11_Sizes_and_factors_are_checked(string body, int expected) =>
        Assert.Equal(expected, (int)(await SendAsync("PUT", $"/collections/{_name}", body)).Status);

    [ContractFact]
    public async Task B7_B12_B13_B15_An_alias_is_switched_in_one_step_and_goes_with_its_collection()
    {
        await CreateAsync();
        await OkAsync("PUT", $"/collections/{_name}-2", Collection);
        var alias = $"{_name}-alias";
        await SetAliasAsync(alias, _name);
        await SetAliasAsync(alias, $"{_name}-2");

        var aliases = (await OkAsync("GET", "/aliases")).GetProperty("aliases").EnumerateArray();
        Assert.Equal($"{_name}-2", Assert.Single(aliases, one => one.GetProperty("alias_name").GetString() == alias).GetProperty("collection_name").GetString());
        Assert.True((await OkAsync("GET", $"/collections/{alias}/exists")).GetProperty("exists").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("POST", "/collections/aliases", AliasBody(_name, $"{_name}-2"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("POST", "/collections/aliases", AliasBody(alias, $"{_name}-none"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("PUT", $"/collections/{alias}", Collection)).Status);
        await OkAsync("POST", "/collections/aliases", """{"actions":[{"delete_alias":{"alias_name":"there-is-none"}}]}""");
        Assert.False((await OkAsync("DELETE", $"/collections/{alias}")).GetBoolean());
        await OkAsync("DELETE", $"/collections/{_name}-2");
        Assert.False((await OkAsync("GET", $"/collections/{alias}/exists")).GetProperty("exists").GetBoolean());
    }

    [ContractFact]
    public async Task B14_Actions_before_one_that_fails_stay()
    {
        await CreateAsync();
        var alias = $"{_name}-first";
        var body = $$$"""
            {"actions":[{"create_alias":{"alias_name":"{{{alias}}}","collection_name":"{{{_name}}}"}},
                        {"create_alias":{"alias_name":"{{{alias}}}-b","collection_name":"{{{_name}}}-none"}}]}
            """;

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("POST", "/collections/aliases", body)).Status);
        Assert.True((await OkAsync("GET", $"/collections/{alias}/exists")).GetProperty("exists").GetBoolean());
    }

    [ContractFact]
    public async Task B16_Payload_indexes_can_be_made_again_and_need_a_type()
    {
        await CreateAsync();
        foreach (var type in new[] { "keyword", "keyword" })
        {
            var made = await OkAsync("PUT", $"/collections/{_name}/index?wait=true", $$$"""{"field_name":"source","field_schema":"{{{type}}}"}""");
            Assert.Equal("completed", made.GetProperty("status").GetString());
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("PUT", $"/collections/{_name}/index?wait=true", """{"field_name":"other"}""")).Status);
        Assert.True((await OkAsync("GET", $"/collections/{_name}")).GetProperty("payload_schema").TryGetProperty("source", out _));
    }

    [ContractFact]
    public async Task B17_Filters_find_the_same_with_and_without_an_index()
    {
        await CreateAsync();
        await UpsertAsync(
            """{"id":1,"vector":{},"payload":{"source":"A","seconds":63700000000,"active":true}}""",
            """{"id":2,"vector":{},"payload":{"source":"B","seconds":63700000001,"active":false}}""",
            """{"id":3,"vector":{},"payload":{"source":"C"}}""");
        (string Filter, ulong[] Ids)[] cases =
        [
            ("""{"must":[{"key":"source","match":{"any":["A","C"]}}]}""", [1, 3]),
            ("""{"must":[{"key":"source","match":{"any":[]}}]}""", []),
            ("""{"must":[{"key":"seconds","range":{"gt":63700000000}}]}""", [2]),
            ("""{"should":[{"key":"seconds","range":{"gte":63700000001}},{"must":[{"key":"active","match":{"value":true}}]}]}""", [1, 2]),
            ("""{"must_not":[{"key":"source","match":{"value":"A"}}],"must":[{"has_id":[1,2]}]}""", [2]),
        ];
        foreach (var (filter, ids) in cases) Assert.Equal(ids, await ScrollAsync($$$"""{"filter":{{{filter}}}}"""));
        foreach (var (field, type) in new[] { ("source", "keyword"), ("seconds", "integer"), ("active", "bool") })
            await OkAsync("PUT", $"/collections/{_name}/index?wait=true", $$$"""{"field_name":"{{{field}}}","field_schema":"{{{type}}}"}""");
        foreach (var (filter, ids) in cases) Assert.Equal(ids, await ScrollAsync($$$"""{"filter":{{{filter}}}}"""));
    }

    private static HttpClient Connect(Uri address, string? key)
    {
        var http = new HttpClient { BaseAddress = address };
        if (key is not null) http.DefaultRequestHeaders.Add("api-key", key);
        return http;
    }

    private const string Collection = """
        {"vectors":{"dense":{"size":4,"distance":"Cosine"}},"sparse_vectors":{"bm25":{"modifier":"idf"}},"shard_number":1,"metadata":{"schema":"1"}}
        """;

    private Task<JsonElement> CreateAsync() => OkAsync("PUT", $"/collections/{_name}?timeout=30", Collection);

    private Task<JsonElement> SetAliasAsync(string alias, string collection) => OkAsync("POST", "/collections/aliases", AliasBody(alias, collection));

    private static string AliasBody(string alias, string collection) =>
        $$$"""{"actions":[{"create_alias":{"alias_name":"{{{alias}}}","collection_name":"{{{collection}}}"}}]}""";

    private async Task UpsertAsync(params string[] points)
    {
        var written = await OkAsync("PUT", $"{Points}?wait=true", $$$"""{"points":[{{{string.Join(',', points)}}}]}""");
        Assert.Equal("completed", written.GetProperty("status").GetString());
    }

    private async Task<int> CountAsync() =>
        (await OkAsync("POST", $"{Points}/count", """{"exact":true}""")).GetProperty("count").GetInt32();

    private async Task<IEnumerable<ulong>> ScrollAsync(string body) =>
        [.. (await OkAsync("POST", $"{Points}/scroll", body)).GetProperty("points").EnumerateArray().Select(static one => one.GetProperty("id").GetUInt64())];

    private async Task<JsonElement> OkAsync(string method, string path, string? body = null)
    {
        var (status, answer) = await SendAsync(method, path, body);
        Assert.True(status == HttpStatusCode.OK, $"{method} {path}: {(int)status} {(answer.ValueKind == JsonValueKind.Undefined ? "" : answer.GetRawText())}");
        return answer.GetProperty("result");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (text.Length == 0 || response.Content.Headers.ContentType?.MediaType != "application/json") return (response.StatusCode, default);
        using var document = JsonDocument.Parse(text);
        return (response.StatusCode, document.RootElement.Clone());
    }
}
