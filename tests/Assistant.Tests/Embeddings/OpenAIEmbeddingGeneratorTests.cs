using System.ClientModel;
using Assistant.Core.Embeddings;

namespace Assistant.Tests.Embeddings;

public sealed class OpenAIEmbeddingGeneratorTests
{
    [Fact]
    public async Task Sends_prefixed_texts_in_batches_and_keeps_their_order()
    {
        var sent = new List<string[]>();
        using var generator = Generator(texts =>
        {
            sent.Add([.. texts]);
            return [.. texts.Select(static text => (ReadOnlyMemory<float>)new float[] { text.Length, 0 })];
        });

        var embeddings = await generator.GenerateAsync(["a", "b", "c"]);

        Assert.Equal([2, 1], sent.Select(static batch => batch.Length));
        Assert.Equal("query: a", sent[0][0]);
        Assert.All(embeddings, static embedding => Assert.Equal(1f, embedding.Vector.Span[0]));
        Assert.Equal(3, embeddings.Count);
    }

    [Fact]
    public async Task Tries_again_when_the_endpoint_fails()
    {
        var calls = 0;
        using var generator = Generator(texts => ++calls == 1
            ? throw new HttpRequestException("busy")
            : [.. texts.Select(static _ => (ReadOnlyMemory<float>)new float[] { 0, 2 })]);

        Assert.Single(await generator.GenerateAsync(["a"]));
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 0)]
    public async Task Refuses_vectors_of_another_length_or_number(int length, int count)
    {
        using var generator = Generator(_ => [.. Enumerable.Range(0, count).Select(_ => (ReadOnlyMemory<float>)Enumerable.Repeat(1f, length).ToArray())]);

        await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(float.NaN, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(1e30f, 1e30f)]
    public async Task Refuses_a_vector_without_length_or_without_end(float first, float second)
    {
        using var generator = Generator(_ => [new float[] { first, second }]);

        await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));
    }

    [Fact]
    public async Task Says_what_to_do_whatever_the_client_throws_and_keeps_its_words_to_itself()
    {
        using var generator = Generator(static _ => throw new ClientResultException("Incorrect API key provided: sk-SECRET", new Chat.StatusOnly(401)));
        using var shapeless = Generator(static _ => throw new InvalidCastException());

        var refused = await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]));

        Assert.DoesNotContain("sk-SECRET", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no list of vectors", (await Assert.ThrowsAsync<EmbeddingException>(() => shapeless.GenerateAsync(["a"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_at_the_total_time_limit()
    {
        using var generator = new OpenAIEmbeddingGenerator(
            new EmbeddingOptions { Endpoint = "http://127.0.0.1:9/v1", Dimension = 2, TotalSeconds = 0.2 }, string.Empty, static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return [];
            });

        Assert.Contains("in time", (await Assert.ThrowsAsync<EmbeddingException>(() => generator.GenerateAsync(["a"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embeds_nothing_for_no_texts()
    {
        using var generator = Generator(static _ => throw new InvalidOperationException());

        Assert.Empty(await generator.GenerateAsync([]));
    }

    private static OpenAIEmbeddingGenerator Generator(Func<IReadOnlyList<string>, IReadOnlyList<ReadOnlyMemory<float>>> embed) => new(
        new EmbeddingOptions { Endpoint = "http://127.0.0.1:9/v1", Dimension = 2, BatchSize = 2 }, "query: ", (texts, _) => Task.FromResult(embed(texts)));
}
