using System.Text.Json;
using Assistant.Core.Embeddings;
using Assistant.IntegrationTests.Chat;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Embeddings;

public sealed class OpenAIEmbeddingEndpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sends_batches_with_the_prefix_and_puts_vectors_in_order(bool asBase64)
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(context => EmbedAsync(context, asBase64, dimension: 3));
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
        await using var endpoint = await ScriptedEndpoint.StartAsync(ScriptedEndpoint.Fail(503, "{}"), static context => EmbedAsync(context, true, 3));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 3), string.Empty);

        Assert.Single(await generator.GenerateAsync(["a"]));
        Assert.Equal(2, endpoint.Requests.Count);
    }

    [Fact]
    public async Task Refuses_vectors_that_are_not_of_the_index()
    {
        await using var endpoint = await ScriptedEndpoint.StartAsync(static context => EmbedAsync(context, true, 3));
        using var generator = new OpenAIEmbeddingGenerator(Options(endpoint, dimension: 384), string.Empty);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => generator.GenerateAsync(["a"]));

        Assert.Contains("Embeddings:Dimension", failure.Message, StringComparison.Ordinal);
    }

    private static EmbeddingOptions Options(ScriptedEndpoint endpoint, int dimension) =>
        new() { Provider = "openai", Endpoint = endpoint.Address, Model = "tiny-embedder", Dimension = dimension, BatchSize = 2 };

    /// <summary>A vector whose first number is the text's length, last text first.</summary>
    private static async Task EmbedAsync(HttpContext context, bool asBase64, int dimension)
    {
        context.Request.Body.Position = 0;
        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var inputs = request.RootElement.GetProperty("input").EnumerateArray().Select(static input => input.GetString()!).ToList();
        var rows = inputs.Select((text, index) => new { @object = "embedding", index, embedding = Vector(text.Length, dimension, asBase64) }).Reverse().ToList();
        await context.Response.WriteAsJsonAsync(
            new { @object = "list", model = "tiny-embedder", data = rows, usage = new { prompt_tokens = 1, total_tokens = 1 } }, context.RequestAborted);
    }

    private static object Vector(int length, int dimension, bool asBase64)
    {
        float[] vector = [length, .. Enumerable.Repeat(1f, dimension - 1)];
        return asBase64 ? Convert.ToBase64String(vector.SelectMany(BitConverter.GetBytes).ToArray()) : vector;
    }
}
