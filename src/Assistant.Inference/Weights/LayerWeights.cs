using Assistant.Inference.Kernels;

namespace Assistant.Inference.Weights;

/// <summary>The parameters of one encoder layer.</summary>
/// <param name="Query"><c>[hidden, hidden]</c>, as the next three.</param>
/// <param name="Key">What tokens are found by.</param>
/// <param name="Value">What tokens give when found.</param>
/// <param name="AttentionOutput">Mixes the heads.</param>
/// <param name="AttentionNorm">After the attention's residual.</param>
/// <param name="Expand"><c>[intermediate, hidden]</c>.</param>
/// <param name="Contract"><c>[hidden, intermediate]</c>.</param>
/// <param name="OutputNorm">After the feed-forward's residual.</param>
internal sealed record LayerWeights(
    LinearLayer Query,
    LinearLayer Key,
    LinearLayer Value,
    LinearLayer AttentionOutput,
    LayerNorm AttentionNorm,
    LinearLayer Expand,
    LinearLayer Contract,
    LayerNorm OutputNorm)
{
    public static LayerWeights Load(SafetensorsFile file, int layer, ModelConfig config, MatrixTile tile)
    {
        int hidden = config.HiddenSize;
        int intermediate = config.IntermediateSize;
        string name = $"encoder.layer.{layer}.";
        LinearLayer Linear(string part, int outputs, int inputs) => new(
            tile,
            file.Quantized(name + part + ".weight", outputs, inputs),
            AlignedBuffer.Of(file.Floats(name + part + ".bias", outputs)));
        return new LayerWeights(
            Linear("attention.self.query", hidden, hidden),
            Linear("attention.self.key", hidden, hidden),
            Linear("attention.self.value", hidden, hidden),
            Linear("attention.output.dense", hidden, hidden),
            EncoderWeights.Norm(file, name + "attention.output.LayerNorm", config),
            Linear("intermediate.dense", intermediate, hidden),
            Linear("output.dense", hidden, intermediate),
            EncoderWeights.Norm(file, name + "output.LayerNorm", config));
    }
}
