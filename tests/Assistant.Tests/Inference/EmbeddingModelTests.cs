using System.Numerics.Tensors;
using System.Text.Json;
using Assistant.Inference;
using Microsoft.Extensions.AI;

namespace Assistant.Tests.Inference;

public class EmbeddingModelTests
{
    [SharedFact]
    public async Task Gives_the_embeddings_of_the_reference_implementation()
    {
        JsonElement[] rows = SharedFolder.Rows("models", "golden", "embeddings.jsonl");
        float[][] actual = await EmbedAsync(Models.Embedding.Passages, [.. rows.Select(row => row.GetProperty("text").GetString()!)]);
        Assert.True(rows.Length > 50);
        for (int i = 0; i < rows.Length; i++)
        {
            float[] expected = [.. rows[i].GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];
            Assert.InRange(TensorPrimitives.CosineSimilarity(expected, actual[i]), 0.9999f, 1.0001f);
            Assert.InRange(Enumerable.Zip(expected, actual[i], (x, y) => MathF.Abs(x - y)).Max(), 0f, 2e-3f);
        }
    }

    [Fact]
    public async Task An_embedding_is_bit_identical_alone_and_in_any_batch_on_one_thread_or_two()
    {
        var single = EmbeddingModel.Load(ModelDirectory.Find("bge-small-en-v1.5"), threads: 1);
        var two = EmbeddingModel.Load(ModelDirectory.Find("bge-small-en-v1.5"), threads: 2);
        string[] texts = [.. MixedTexts(new Random(3))];
        float[][] batch = await EmbedAsync(two.Passages, texts);
        float[][] reversed = await EmbedAsync(single.Passages, [.. texts.Reverse()]);
        for (int i = 0; i < texts.Length; i++)
        {
            float[] alone = Assert.Single(await EmbedAsync(i % 2 == 0 ? single.Passages : two.Passages, texts[i]));
            Assert.Equal(alone, batch[i]);
            Assert.Equal(alone, reversed[texts.Length - 1 - i]);
        }
    }

    [Fact]
    public async Task Embeddings_have_unit_length_and_keep_the_order_of_the_texts()
    {
        float[][] vectors = await EmbedAsync(Models.Embedding.Passages, "jets", "", "a longer text about observation posts", "jets");
        Assert.All(vectors, vector => Assert.Equal(1f, TensorPrimitives.Norm(vector), 1e-5f));
        Assert.All(vectors, vector => Assert.Equal(Models.Embedding.Dimension, vector.Length));
        Assert.Equal(vectors[0], vectors[3]);
        Assert.NotEqual(vectors[0], vectors[1]);
    }

    [Fact]
    public async Task No_texts_give_no_embeddings() => Assert.Empty(await EmbedAsync(Models.Embedding.Passages));

    [Fact]
    public async Task Queries_carry_the_prefix_of_the_model()
    {
        float[][] query = await EmbedAsync(Models.Embedding.Queries, "Who opened the air show?");
        float[][] passage = await EmbedAsync(Models.Embedding.Passages, Models.Embedding.QueryPrefix + "Who opened the air show?");
        Assert.Equal(passage[0], query[0]);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_cut_at_its_end()
    {
        string limit = string.Concat(Enumerable.Repeat("jet ", 510));
        float[][] vectors = await EmbedAsync(Models.Embedding.Passages, limit, limit + "and much more", "ship " + limit);
        Assert.Equal(vectors[0], vectors[1]);
        Assert.NotEqual(vectors[0], vectors[2]);
    }

    [Fact]
    public async Task Cancellation_is_seen()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Models.Embedding.Passages.GenerateAsync(["text"], cancellationToken: cancelled.Token));
    }

    [Fact]
    public void The_hash_is_that_of_the_weights_file()
    {
        Assert.Matches("^[0-9a-f]{64}$", Models.Embedding.WeightsHash);
        Assert.Equal(Models.Embedding.WeightsHash, EmbeddingModel.Load(ModelDirectory.Find("bge-small-en-v1.5")).WeightsHash);
    }

    [Fact]
    public async Task Another_dimension_than_the_models_is_refused()
    {
        var options = new EmbeddingGenerationOptions { Dimensions = 128 };
        await Assert.ThrowsAsync<NotSupportedException>(() => Models.Embedding.Passages.GenerateAsync(["text"], options));
    }

    private static IEnumerable<string> MixedTexts(Random random)
    {
        string[] words = ["president", "S-400", "deal", "signed", "in", "2017", "Idlib", "naïve", "北京", "aircraft", "."];
        foreach (int length in new[] { 0, 1, 2, 3, 4, 5, 7, 11, 12, 13, 30, 64, 65, 150, 300, 700 })
        {
            yield return string.Join(' ', Enumerable.Range(0, length).Select(_ => words[random.Next(words.Length)]));
        }
    }

    private static async Task<float[][]> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> generator, params string[] texts)
    {
        GeneratedEmbeddings<Embedding<float>> embeddings = await generator.GenerateAsync(texts);
        return [.. embeddings.Select(embedding => embedding.Vector.ToArray())];
    }
}
