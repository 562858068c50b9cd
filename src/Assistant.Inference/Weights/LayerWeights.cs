using Assistant.Inference.Kernels;

namespace Assistant.Inference.Weights;

/// <summary>The parameters of one encoder layer.</summary>
/// <param name="QueryKeyValue"><c>[hidden, 3 · hidden]</c>: the three projections side by side.</param>
/// <param name="AttentionOutput"><c>[hidden, hidden]</c>.</param>
/// <param name="AttentionNorm">After the attention's residual.</param>
/// <param name="Expand"><c>[hidden, intermediate]</c>.</param>
/// <param name="Contract"><c>[intermediate, hidden]</c>.</param>
/// <param name="OutputNorm">After the feed-forward's residual.</param>
internal sealed record LayerWeights(
    PackedMatrix QueryKeyValue,
    PackedMatrix AttentionOutput,
    LayerNorm AttentionNorm,
    PackedMatrix Expand,
    PackedMatrix Contract,
    LayerNorm OutputNorm)
{
    public static LayerWeights Load(SafetensorsFile file, int layer, ModelConfig config, MatrixTile tile)
    {
        int hidden = config.HiddenSize;
        int intermediate = config.IntermediateSize;
        string name = $"encoder.layer.{layer}.";
        LinearWeights Square(string part) => file.Linear(name + part, hidden, hidden);
        return new LayerWeights(
            new PackedMatrix(tile, Square("attention.self.query"), Square("attention.self.key"), Square("attention.self.value")),
            new PackedMatrix(tile, Square("attention.output.dense")),
            EncoderWeights.Norm(file, name + "attention.output.LayerNorm", config),
            new PackedMatrix(tile, file.Linear(name + "intermediate.dense", intermediate, hidden)),
            new PackedMatrix(tile, file.Linear(name + "output.dense", hidden, intermediate)),
            EncoderWeights.Norm(file, name + "output.LayerNorm", config));
    }
}
