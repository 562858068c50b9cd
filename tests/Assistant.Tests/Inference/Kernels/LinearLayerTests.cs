using Assistant.Inference.Kernels;
using Assistant.Inference.Weights;

namespace Assistant.Tests.Inference.Kernels;

public sealed unsafe class LinearLayerTests
{
    private const int Inputs = LinearLayer.DepthBlock + 64;
    private const int Outputs = 64;
    private const int Rows = 13;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Multiplies_dequantised_weights_adds_the_bias_and_applies_the_activation(bool isGelu)
    {
        var random = new Random(11);
        sbyte[] values = [.. Enumerable.Range(0, Outputs * Inputs).Select(_ => (sbyte)random.Next(-128, 128))];
        float[] scales = [.. Enumerable.Range(0, Outputs).Select(i => 0.001f + (i * 1e-5f))];
        AlignedBuffer bias = AlignedBuffer.Of([.. Enumerable.Range(0, Outputs).Select(i => i * 0.1f)]);
        AlignedBuffer left = AlignedBuffer.Of([.. Enumerable.Range(0, (Rows + 12) * Inputs).Select(_ => random.NextSingle() - 0.5f)]);
        fixed (sbyte* bytes = values)
        fixed (float* factors = scales)
        {
            var weight = new QuantizedMatrix(bytes, factors, Outputs, Inputs);
            foreach (MatrixTile tile in new MatrixTile[] { new Tile128(), new Tile256(), new Tile512() })
            {
                var result = new AlignedBuffer((Rows + 12) * Outputs);
                new LinearLayer(tile, weight, bias).Multiply(
                    left.View(Inputs), Rows, result.View(Outputs), isGelu ? Activation.Gelu : Activation.None, new WeightPanel(tile));
                for (int i = 0; i < Rows * Outputs; i++)
                {
                    double x = Expected(i / Outputs, i % Outputs);
                    if (isGelu) x *= 0.5 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));
                    Assert.Equal(x, result.Span[i], isGelu ? 1e-3 : 1e-4);
                }
            }
        }

        double Expected(int row, int output)
        {
            double sum = bias.Span[output];
            for (int k = 0; k < Inputs; k++)
            {
                sum += (double)left.Span[(row * Inputs) + k] * values[(output * Inputs) + k] * scales[output];
            }

            return sum;
        }
    }
}
