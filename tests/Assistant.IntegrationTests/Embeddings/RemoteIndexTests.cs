using Assistant.Core;
using Assistant.Core.Indexing;
using Assistant.Core.Ingestion;
using Assistant.Eval.Running;
using Assistant.Eval.Suites;
using Assistant.IntegrationTests.Chat;

namespace Assistant.IntegrationTests.Embeddings;

/// <summary>An index whose embeddings come from an endpoint.</summary>
public sealed class RemoteIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remote").FullName;

    private string IndexPath => Path.Combine(_folder, "index.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Articles_and_queries_are_embedded_by_the_endpoint_each_with_its_prefix()
    {
        await using var endpoint = await StartAsync();
        await using var workspace = await OpenAsync(Remote(endpoint));

        var result = await workspace.Ingestion.IngestAsync([WriteArticle()], new IngestionOptions(), null, CancellationToken.None);
        var found = await workspace.Retriever.RetrieveAsync("Where is the harbour?", PassageFilter.None, CancellationToken.None);

        Assert.Equal(IngestionOutcome.Added, Assert.Single(result.Items).Outcome);
        Assert.Single(found.Passages);
        var inputs = endpoint.Requests.Select(static request => request.GetProperty("input")[0].GetString()!).ToList();
        Assert.StartsWith("passage: ", inputs[0], StringComparison.Ordinal);
        Assert.Equal("query: Where is the harbour?", inputs[^1]);
    }

    [Fact]
    public async Task A_suite_is_embedded_by_the_endpoint_too()
    {
        await using var endpoint = await StartAsync();
        await using var workspace = await OpenAsync(Remote(endpoint));
        WriteArticle();
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "queries.jsonl"), """{"_id": "q1", "text": "Who sank it?", "metadata": {"answers": [], "answerable": false}}""");
        var suite = await SuiteLoader.LoadAsync(_folder, CancellationToken.None);

        await new SuiteIndexer(workspace, new Chunker(workspace.Embeddings.Tokenizer)).IndexAsync(suite, null, CancellationToken.None);

        Assert.StartsWith("passage: ", Assert.Single(endpoint.Requests).GetProperty("input")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-model", 8)]
    [InlineData("tiny-embedder", 16)]
    [InlineData(null, 384)]
    public async Task An_index_is_refused_when_other_embeddings_are_configured(string? model, int dimension)
    {
        await using var endpoint = await StartAsync();
        await using (await OpenAsync(Remote(endpoint)))
        {
            // Creates the index.
        }

        var other = model is null ? new AssistantOptions() : Remote(endpoint);
        other.Embeddings.Model = model ?? other.Embeddings.Model;
        other.Embeddings.Dimension = dimension;
        var failure = await Assert.ThrowsAsync<IndexException>(() => OpenAsync(other));

        Assert.Equal(IndexFailure.FingerprintMismatch, failure.Failure);
    }

    private static Task<ScriptedEndpoint> StartAsync() =>
        ScriptedEndpoint.StartAsync(static context => EmbeddingSizes.EmbedAsync(context, asBase64: true, dimension: 8));

    private static AssistantOptions Remote(ScriptedEndpoint endpoint)
    {
        var options = new AssistantOptions();
        options.Embeddings.Provider = "openai";
        options.Embeddings.Endpoint = endpoint.Address;
        options.Embeddings.Model = "tiny-embedder";
        options.Embeddings.Dimension = 8;
        options.Embeddings.QueryPrefix = "query: ";
        options.Embeddings.PassagePrefix = "passage: ";
        return options;
    }

    private Task<Workspace> OpenAsync(AssistantOptions options) =>
        Workspace.OpenAsync(IndexPath, options, TimeProvider.System, CancellationToken.None);

    private string WriteArticle()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "articles")).FullName;
        var path = Path.Combine(folder, "harbour.md");
        File.WriteAllText(path, "# Harbour\n\nThe harbour lies east of the old town. Two ferries leave it each morning.\n");
        return path;
    }
}
