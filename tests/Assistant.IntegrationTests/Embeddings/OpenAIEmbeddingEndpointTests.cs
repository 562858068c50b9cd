using Assistant.Core.Embeddings;
using Assistant.IntegrationTests.Chat;

namespace Assistant.IntegrationTests.Embeddings;

public sealed class OpenAIEmbeddingEndpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sends_batches_with_the_prefix_and_puts_vectors_in_order(bool asBase64)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(context => EmbeddingSizes.EmbedAsync(context, asBase64, dimension: 3));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 3), "passage: ");

        var embeddings = await generator.GenerateAsync(["a", "bb", "ccc"]);

        Assert.Equal([2, 1], endpoint.Requests.Select(static request => request.GetProperty("input").GetArrayLength()));
        Assert.Equal("passage: a", endpoint.Requests[0].GetProperty("input")[0].GetString());
        Assert.Equal("tiny-embedder", endpoint.Requests[0].GetProperty("model").GetString());
        Assert.Equal([10f, 11f, 12f], embeddings.Select(static embedding => MathF.Round(embedding.Vector.Span[0] / embedding.Vector.Span[1])));
    }

    [Fact]
    public async Task Tries_a_busy_endpoint_again()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(503, "{}"), static context => EmbeddingSizes.EmbedAsync(context, true, 3));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 3), string.Empty);

        Assert.Single(await generator.GenerateAsync(["a"]));
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Refuses_vectors_that_are_not_of_the_index()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(static context => EmbeddingSizes.EmbedAsync(context, true, 3));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 384), string.Empty);

        var failure = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));

        Assert.Contains("Embeddings:Dimension", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_is_named_with_what_to_check_but_never_its_key()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(401, "{}"));
        var options = Options(endpoint, dimension: 3);
        options.ApiKey = "sk-secret";
        using var generator = new OpenAIEmbeddingGenerator(options, string.Empty);

        var failure = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));

        Assert.Contains("status 401", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Embeddings:Endpoint", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_not_waited_for()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(429, "{}", retryAfter: "3600"));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 3), string.Empty);

        await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));

        Assert.Single(endpoint.Requests);
    }

    private static EmbeddingOptions Options(ScriptedEndpoint endpoint, int dimension) =>
        new() { Provider = "openai", Endpoint = endpoint.Address, Model = "tiny-embedder", Dimension = dimension, BatchSize = 2 };
}
