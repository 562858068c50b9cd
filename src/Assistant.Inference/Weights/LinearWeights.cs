namespace Assistant.Inference.Weights;

/// <summary>A linear layer as it is stored.</summary>
/// <param name="Weight"><c>[outputs, inputs]</c>.</param>
/// <param name="Bias"><c>[outputs]</c>.</param>
internal sealed record LinearWeights(QuantizedMatrix Weight, float[] Bias);
