using Assistant.Inference.Kernels;

namespace Assistant.Inference.Weights;

/// <summary>All parameters of a BERT encoder, ready to multiply.</summary>
/// <param name="Embeddings">Turns tokens into the first hidden states.</param>
/// <param name="Layers">In order.</param>
internal sealed record EncoderWeights(EmbeddingTable Embeddings, LayerWeights[] Layers)
{
    /// <summary>Finds the parameters in a file; only the small ones are copied.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another type or shape.</exception>
    public static EncoderWeights Load(SafetensorsFile file, ModelConfig config, MatrixTile tile)
    {
        var layers = Enumerable.Range(0, config.Layers).Select(layer => LayerWeights.Load(file, layer, config, tile));
        return new EncoderWeights(EmbeddingTable.Load(file, config), [.. layers]);
    }

    /// <summary>A layer norm as it is stored.</summary>
    internal static LayerNorm Norm(SafetensorsFile file, string name, ModelConfig config) => new(
        AlignedBuffer.Of(file.Floats(name + ".weight", config.HiddenSize)),
        AlignedBuffer.Of(file.Floats(name + ".bias", config.HiddenSize)),
        config.LayerNormEpsilon);
}
