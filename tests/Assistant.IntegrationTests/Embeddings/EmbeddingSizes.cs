using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assistant.IntegrationTests.Embeddings;

/// <summary>Scripts of an embedding endpoint whose vectors begin with the text's length.</summary>
internal static class EmbeddingSizes
{
    /// <summary>Answers with the last text's vector first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="asBase64">As base64 instead of numbers; endpoints do either.</param>
    /// <param name="dimension">Length of a vector.</param>
    public static async Task EmbedAsync(HttpContext context, bool asBase64, int dimension)
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
