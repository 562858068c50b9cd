using System.Text.Json;
using Assistant.Core.Indexing.Qdrant;
using Assistant.Tests.Indexing.Qdrant.Server;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The check of requests against the OpenAPI description finds what is wrong, and nothing else.</summary>
public sealed class OpenApiCheckTests
{
    [SharedFact]
    public void Takes_the_examples_of_the_notes_and_refuses_each_with_a_misspelt_field()
    {
        using var check = Open();
        var examples = Examples().ToList();

        Assert.True(examples.Count > 25);
        foreach (var (schema, json) in examples)
        {
            Assert.Null(check.FindProblem(schema, Parse(json)));
            Assert.NotNull(check.FindProblem(schema, Parse("{\"filterr\":{}," + json.TrimStart()[1..])));
        }
    }

    [SharedFact]
    public void Refuses_a_misspelt_field_deep_inside_and_a_wrong_type()
    {
        using var check = Open();

        Assert.NotNull(check.FindProblem("QueryRequest", Parse("""{"query":[1,2],"using":"dense","filter":{"must":[{"key":"a","match":{"value":1,"valu":1}}]}}""")));
        Assert.NotNull(check.FindProblem("QueryRequest", Parse("""{"query":[1,2],"limit":"ten"}""")));
        Assert.NotNull(check.FindProblem("PointsList", Parse("""{"points":[{"id":-1,"vector":{}}]}""")));
        Assert.NotNull(check.FindProblem("post", "/collections/x/points/count", ["tmeout"], Parse("{}")));
        Assert.Null(check.FindProblem("post", "/collections/x/points/count", ["timeout"], Parse("{}")));
        Assert.NotNull(check.FindProblem("put", "/collection/x", [], Parse("{}")));
    }

    [SharedFact]
    public async Task Every_request_of_the_index_is_described_for_each_version()
    {
        foreach (var version in new[] { "1.16.0", "1.17.0", "1.19.0" })
        {
            await using var server = await ContractServer.StartAsync(version);
            var options = QdrantFixtures.Options(server.Address);
            options.Exact = false;
            options.AttemptSeconds = 0.5;
            options.Collection.VectorsOnDisk = true;
            await using var index = await QdrantFixtures.OpenAsync(options);
            var date = new DateTimeOffset(2020, 1, 1, 0, 0, 0, 1, TimeSpan.Zero);
            await index.StoreAsync(IndexFixtures.Article("one", "First.") with { PublishedAt = date });
            var query = IndexFixtures.Query("first") with
            {
                Filter = new Core.PassageFilter { Sources = ["source"], Languages = ["en"], ArticleIds = ["x"], PublishedAfter = date, PublishedBefore = date.AddDays(1).AddTicks(5) },
            };
            await index.SearchAsync(query, CancellationToken.None);
            await index.ReindexAsync(null, CancellationToken.None);
            await index.EraseAsync(Core.ArticleKey.ToId("one"), CancellationToken.None);

            Assert.True(ContractServer.ChecksDescription);
            Assert.Empty(server.Violations);
        }
    }

    [Fact]
    public async Task A_field_that_is_not_modelled_is_answered_with_501_not_ignored()
    {
        await using var server = await ContractServer.StartAsync();
        using var client = await QdrantClient.ConnectAsync(QdrantFixtures.Options(server.Address), TimeProvider.System, CancellationToken.None);

        var error = await Assert.ThrowsAsync<Core.Indexing.IndexException>(
            () => client.CreateCollectionAsync("x", new { vectors = new { }, on_disk_paylod = true }, CancellationToken.None));

        Assert.Contains("501", error.Message, StringComparison.Ordinal);
        Assert.Contains("on_disk_paylod", error.Message, StringComparison.Ordinal);
    }

    private static OpenApiCheck Open() => new(SharedFolder.File("qdrant", "openapi.json"));

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    /// <summary>The blocks of the notes that name their schema.</summary>
    private static IEnumerable<(string Schema, string Json)> Examples()
    {
        const string marker = "<!-- schema: ";
        var notes = File.ReadAllText(SharedFolder.File("qdrant", "NOTES.md"));
        for (var at = notes.IndexOf(marker, StringComparison.Ordinal); at >= 0; at = notes.IndexOf(marker, at + 1, StringComparison.Ordinal))
        {
            var schema = notes[(at + marker.Length)..notes.IndexOf(" -->", at, StringComparison.Ordinal)];
            if (schema == "X") continue;
            var start = notes.IndexOf("```json\n", at, StringComparison.Ordinal) + "```json\n".Length;
            yield return (schema, notes[start..notes.IndexOf("```", start, StringComparison.Ordinal)]);
        }
    }
}
