using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>Points: ids, writes, deletes, reads and queries.</summary>
public abstract partial class QdrantBehaviours
{
    [ContractFact]
    public async Task B18_Ids_are_unsigned_numbers_or_uuids_and_nothing_else()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":0,"vector":{}}""", """{"id":9007199254740993,"vector":{}}""", """{"id":18446744073709551615,"vector":{}}""");
        await UpsertAsync("""{"id":"5F0C1C1E-3f0b-5a52-9f0e-2f8f6f3f9a11","vector":{}}""");

        Assert.Equal([0, 9007199254740993, ulong.MaxValue], await ScrollAsync("""{"limit":3}"""));
        var uuid = (await OkAsync("POST", Points, """{"ids":["5f0c1c1e-3f0b-5a52-9f0e-2f8f6f3f9a11"]}""")).EnumerateArray().Single();
        Assert.Equal("5f0c1c1e-3f0b-5a52-9f0e-2f8f6f3f9a11", uuid.GetProperty("id").GetString());
        foreach (var id in new[] { "\"42\"", "-1" })
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("PUT", $"{Points}?wait=true", $$$"""{"points":[{"id":{{{id}}},"vector":{}}]}""")).Status);
    }

    [ContractFact]
    public async Task B19_B20_A_point_is_replaced_as_a_whole()
    {
        await CreateAsync();
        const string full = """{"id":1,"vector":{"dense":[1,0,0,0],"bm25":{"indices":[7],"values":[1.5]}},"payload":{"a":1,"b":2}}""";
        await UpsertAsync(full);
        await UpsertAsync(full);
        Assert.Equal(1, await CountAsync());
        Assert.Equal([1ul], await ScrollAsync("""{"filter":{"must":[{"has_vector":"bm25"}]}}"""));

        await UpsertAsync("""{"id":1,"vector":{"dense":[1,0,0,0]},"payload":{"a":3}}""");

        Assert.Empty(await ScrollAsync("""{"filter":{"must":[{"has_vector":"bm25"}]}}"""));
        var payload = (await OkAsync("GET", $"{Points}/1")).GetProperty("payload");
        Assert.Equal("""{"a":3}""", payload.GetRawText());
    }

    [ContractTheory]
    [InlineData("""{"id":2,"vector":{"dense":[1,0]}}""", 400)]
    [InlineData("""{"id":2,"vector":{"none":[1,0,0,0]}}""", 400)]
    [InlineData("""{"id":2,"vector":{"bm25":{"indices":[7,7],"values":[1,1]}}}""", 422)]
    [InlineData("""{"id":2,"vector":{"bm25":{"indices":[7,8],"values":[1]}}}""", 422)]
    public async Task B21_B22_A_batch_with_a_bad_point_is_refused_as_a_whole(string bad, int expected)
    {
        await CreateAsync();

        var (status, _) = await SendAsync("PUT", $"{Points}?wait=true", $$$"""{"points":[{"id":1,"vector":{"dense":[1,0,0,0]}},{{{bad}}}]}""");

        Assert.Equal(expected, (int)status);
        Assert.Equal(0, await CountAsync());
    }

    [ContractFact]
    public async Task B23_Without_waiting_a_write_is_acknowledged_and_seen_later()
    {
        await CreateAsync();
        var written = await OkAsync("PUT", Points, """{"points":[{"id":1,"vector":{"dense":[1,0,0,0]}}]}""");

        Assert.Equal("acknowledged", written.GetProperty("status").GetString());
        for (var i = 0; i < 100 && await CountAsync() == 0; i++) await Task.Delay(20);
        Assert.Equal(1, await CountAsync());
    }

    [ContractFact]
    public async Task B25_A_body_over_the_limit_is_a_bad_request()
    {
        await CreateAsync();
        var text = new string('x', 33 * 1024 * 1024);

        var (status, body) = await SendAsync("PUT", $"{Points}?wait=true", $$$"""{"points":[{"id":1,"vector":{},"payload":{"t":"{{{text}}}"}}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("JSON payload", body.GetProperty("status").GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [ContractFact]
    public async Task B26_A_stale_write_is_skipped_in_silence_and_a_new_point_inserted()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{},"payload":{"version":5}}""");
        foreach (var (id, version) in new[] { (1, 9), (2, 9) })
        {
            var skipped = await OkAsync(
                "PUT",
                $"{Points}?wait=true",
                $$$"""{"points":[{"id":{{{id}}},"vector":{},"payload":{"version":{{{version}}}}}],"update_filter":{"must":[{"key":"version","match":{"value":4}}]}}""");
            Assert.Equal("completed", skipped.GetProperty("status").GetString());
        }

        Assert.Equal(5, (await OkAsync("GET", $"{Points}/1")).GetProperty("payload").GetProperty("version").GetInt32());
        Assert.Equal(9, (await OkAsync("GET", $"{Points}/2")).GetProperty("payload").GetProperty("version").GetInt32());
    }

    [ContractFact]
    public async Task B28_Payloads_come_back_as_they_were()
    {
        await CreateAsync();
        var payload = JsonSerializer.Serialize(new
        {
            nested = new { array = new object?[] { 1, "two", null, true } },
            least = long.MinValue,
            most = long.MaxValue,
            half = 0.5,
            text = "caf\u00e9 \ud83d\ude00 \0 \" \\ \n",
            large = new string('y', 100_000),
        });
        await UpsertAsync($$$"""{"id":1,"vector":{},"payload":{{{payload}}}}""");

        var read = (await OkAsync("GET", $"{Points}/1")).GetProperty("payload");
        using var expected = JsonDocument.Parse(payload);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, read));
    }

    [ContractFact]
    public async Task B29_Vectors_are_normalised_and_zeros_stay()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{"dense":[3,0,4,0]}}""", """{"id":2,"vector":{"dense":[0,0,0,0]}}""");

        var vector = (await OkAsync("GET", $"{Points}/1")).GetProperty("vector").GetProperty("dense");
        Assert.Equal([0.6f, 0f, 0.8f, 0f], vector.EnumerateArray().Select(static one => one.GetSingle()), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(2, await CountAsync());
    }

    [ContractFact]
    public async Task B30_Writers_to_one_point_do_not_mix()
    {
        await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => UpsertAsync(
            string.Create(CultureInfo.InvariantCulture, $$$"""{"id":1,"vector":{},"payload":{"a":{{{i}}},"b":{{{i}}}}}"""))));

        var payload = (await OkAsync("GET", $"{Points}/1")).GetProperty("payload");
        Assert.Equal(payload.GetProperty("a").GetInt32(), payload.GetProperty("b").GetInt32());
    }

    [ContractFact]
    public async Task B31_Deleting_what_is_not_there_succeeds_and_an_empty_filter_deletes_everything()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{},"payload":{"a":1}}""", """{"id":2,"vector":{},"payload":{"a":2}}""", """{"id":3,"vector":{}}""");
        await OkAsync("POST", $"{Points}/delete?wait=true", """{"points":[3,99]}""");
        Assert.Equal(2, await CountAsync());
        await OkAsync("POST", $"{Points}/delete?wait=true", """{"filter":{"must":[{"key":"a","match":{"value":2}}]}}""");
        Assert.Equal(1, await CountAsync());

        await OkAsync("POST", $"{Points}/delete?wait=true", """{"filter":{}}""");

        Assert.Equal(0, await CountAsync());
    }

    [ContractTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task B32_B33_A_scroll_meets_every_point_once(int limit)
    {
        await CreateAsync();
        var numbers = Enumerable.Range(0, 15).Select(static i => $$$"""{"id":{{{i}}},"vector":{}}""");
        var uuids = Enumerable.Range(0, 15).Select(static i => $$$"""{"id":"{{{new Guid(i, 0, 0, new byte[8])}}}","vector":{}}""");
        await UpsertAsync([.. uuids.Concat(numbers)]);
        var met = new List<string>();
        string? offset = null;
        do
        {
            var page = await OkAsync("POST", $"{Points}/scroll", $$$"""{"limit":{{{limit}}},"with_payload":false{{{(offset is null ? "" : $",\"offset\":{offset}")}}}}""");
            met.AddRange(page.GetProperty("points").EnumerateArray().Select(static one => one.GetProperty("id").GetRawText()));
            var next = page.GetProperty("next_page_offset");
            offset = next.ValueKind == JsonValueKind.Null ? null : next.GetRawText();
        }
        while (offset is not null);

        Assert.Equal(30, met.Count);
        Assert.Equal(30, met.Distinct().Count());
        Assert.Equal(30, await CountAsync());
        Assert.DoesNotContain('"', met[14]);
        Assert.Contains('"', met[15]);
    }

    [ContractFact]
    public async Task B35_Missing_points_are_left_out()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{}}""", """{"id":3,"vector":{}}""");

        var found = (await OkAsync("POST", Points, """{"ids":[1,2,3]}""")).EnumerateArray().Select(static one => one.GetProperty("id").GetInt32());

        Assert.Equal([1, 3], found.Order());
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("GET", $"{Points}/2")).Status);
    }

    [ContractFact]
    public async Task B36_B37_B38_A_dense_query_ranks_by_cosine_and_gives_payload_only_when_asked()
    {
        await CreateAsync();
        await UpsertAsync(
            """{"id":1,"vector":{"dense":[1,0,0,0]},"payload":{"a":1,"b":2}}""",
            """{"id":2,"vector":{"dense":[1,1,0,0]},"payload":{"a":2}}""",
            """{"id":3,"vector":{"dense":[0,1,0,0]},"payload":{"a":3}}""");

        var found = (await OkAsync("POST", $"{Points}/query", """{"query":[2,0,0,0],"using":"dense","params":{"exact":true},"limit":3}""")).GetProperty("points").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], found.Select(static one => one.GetProperty("id").GetInt32()));
        Assert.Equal([1, 0.70710677, 0], found.Select(static one => one.GetProperty("score").GetDouble()), static (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.All(found, static one => Assert.False(one.TryGetProperty("payload", out var payload) && payload.ValueKind != JsonValueKind.Null));

        var named = (await OkAsync("POST", $"{Points}/query", """{"query":[1,0,0,0],"using":"dense","limit":1,"with_payload":["a"]}""")).GetProperty("points")[0];
        Assert.Equal("""{"a":1}""", named.GetProperty("payload").GetRawText());
        var above = (await OkAsync("POST", $"{Points}/query", """{"query":[1,0,0,0],"using":"dense","score_threshold":0.0,"params":{"exact":true}}""")).GetProperty("points");
        Assert.Equal(2, above.GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("POST", $"{Points}/query", """{"query":[1,0,0,0]}""")).Status);
    }

    [ContractFact]
    public async Task B39_A_sparse_score_is_the_sum_of_weights_times_idf_over_the_whole_collection()
    {
        await CreateAsync();
        await UpsertAsync(
            """{"id":1,"vector":{"bm25":{"indices":[7,8],"values":[1.5,0.5]}},"payload":{"s":"a"}}""",
            """{"id":2,"vector":{"bm25":{"indices":[7],"values":[0.25]}},"payload":{"s":"b"}}""",
            """{"id":3,"vector":{"bm25":{"indices":[9],"values":[1]}},"payload":{"s":"b"}}""",
            """{"id":4,"vector":{"dense":[1,0,0,0]},"payload":{"s":"b"}}""");
        const string query = """{"query":{"indices":[7,8],"values":[1,2]},"using":"bm25","limit":10""";

        var found = (await OkAsync("POST", $"{Points}/query", query + "}")).GetProperty("points").EnumerateArray().ToList();
        var filtered = (await OkAsync("POST", $"{Points}/query", query + ""","filter":{"must":[{"key":"s","match":{"value":"a"}}]}}""")).GetProperty("points");

        double seven = Math.Log(1 + ((4 - 2 + 0.5) / 2.5)), eight = Math.Log(1 + ((4 - 1 + 0.5) / 1.5));
        Assert.Equal([1, 2], found.Select(static one => one.GetProperty("id").GetInt32()));
        Assert.Equal((1.5 * seven) + (2 * 0.5 * eight), found[0].GetProperty("score").GetDouble(), 1e-5);
        Assert.Equal(0.25 * seven, found[1].GetProperty("score").GetDouble(), 1e-5);
        Assert.Equal(found[0].GetProperty("score").GetDouble(), Assert.Single(filtered.EnumerateArray()).GetProperty("score").GetDouble(), 1e-6);
    }

    [ContractFact]
    public async Task B44_A_batch_keeps_its_order_and_fails_as_a_whole()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{"dense":[1,0,0,0]}}""", """{"id":2,"vector":{"dense":[0,1,0,0]}}""");
        const string first = """{"query":[0,1,0,0],"using":"dense","limit":1}""";
        const string second = """{"query":[1,0,0,0],"using":"dense","limit":1}""";

        var found = await OkAsync("POST", $"{Points}/query/batch", $$$"""{"searches":[{{{first}}},{{{second}}}]}""");
        var (status, _) = await SendAsync("POST", $"{Points}/query/batch", $$$"""{"searches":[{{{first}}},{"query":[1,0],"using":"dense","limit":1}]}""");

        Assert.Equal([2, 1], found.EnumerateArray().Select(static one => one.GetProperty("points")[0].GetProperty("id").GetInt32()));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [ContractFact]
    public async Task B49_B54_Many_calls_in_a_row_and_at_once_do_not_fail()
    {
        await CreateAsync();
        await UpsertAsync("""{"id":1,"vector":{"dense":[1,0,0,0]}}""");
        for (var i = 0; i < 50; i++) Assert.Equal(1, await CountAsync());

        var counts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => CountAsync()));

        Assert.All(counts, static count => Assert.Equal(1, count));
    }
}
