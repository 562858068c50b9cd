using Assistant.Inference.Kernels;

namespace Assistant.Inference.Weights;

/// <summary>All parameters of a BERT encoder, ready to multiply.</summary>
/// <param name="Embeddings">Turns tokens into the first hidden states.</param>
/// <param name="Layers">In order.</param>
internal sealed record EncoderWeights(EmbeddingTable Embeddings, LayerWeights[] Layers)
{
    /// <summary>Packs the layers of a file, several at a time.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another type or shape.</exception>
    public static EncoderWeights Load(SafetensorsFile file, ModelConfig config, MatrixTile tile)
    {
        var layers = new LayerWeights[config.Layers];
        Parallel.For(0, layers.Length, layer => layers[layer] = LayerWeights.Load(file, layer, config, tile));
        return new EncoderWeights(EmbeddingTable.Load(file, config), layers);
    }

    /// <summary>A layer norm as it is stored.</summary>
    internal static LayerNorm Norm(SafetensorsFile file, string name, ModelConfig config) => new(
        Copy(file.Floats(name + ".weight", config.HiddenSize)),
        Copy(file.Floats(name + ".bias", config.HiddenSize)),
        config.LayerNormEpsilon);

    private static AlignedBuffer Copy(float[] values)
    {
        var buffer = new AlignedBuffer(values.Length);
        values.CopyTo(buffer.Span);
        return buffer;
    }
}
