using System.Numerics.Tensors;
using System.Text.Json;
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

    private static async Task<float[][]> EmbedAsync(IEmbeddingGenerator<string, Embedding<float>> generator, params string[] texts)
    {
        GeneratedEmbeddings<Embedding<float>> embeddings = await generator.GenerateAsync(texts);
        return [.. embeddings.Select(embedding => embedding.Vector.ToArray())];
    }
}
