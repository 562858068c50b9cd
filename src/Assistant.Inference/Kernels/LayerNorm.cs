using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>Normalises rows to mean 0 and variance 1, then scales and shifts them.</summary>
/// <remarks>Source: Ba, Kiros, Hinton, "Layer normalization", 2016.</remarks>
/// <param name="weight"><c>[width]</c>, a multiple of eight.</param>
/// <param name="bias"><c>[width]</c>.</param>
/// <param name="epsilon">Added to the variance.</param>
internal sealed unsafe class LayerNorm(AlignedBuffer weight, AlignedBuffer bias, float epsilon)
{
    /// <summary>hidden = normalise(hidden + update), row by row, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddAndNormalize(MatrixView hidden, MatrixView update, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            float* x = hidden.Row(row);
            float* y = update.Row(row);
            for (int i = 0; i < weight.Length; i += Vector256<float>.Count)
            {
                (Vector256.Load(x + i) + Vector256.Load(y + i)).Store(x + i);
            }

            Normalize(x);
        }
    }

    /// <summary>Normalises one row in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Normalize(float* x)
    {
        int width = weight.Length;
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < width; i += Vector256<float>.Count) sum += Vector256.Load(x + i);
        Vector256<float> mean = Vector256.Create(Vector256.Sum(sum) / width);

        Vector256<float> squares = Vector256<float>.Zero;
        for (int i = 0; i < width; i += Vector256<float>.Count)
        {
            Vector256<float> centred = Vector256.Load(x + i) - mean;
            squares = Vector256.MultiplyAddEstimate(centred, centred, squares);
        }

        Vector256<float> scale = Vector256.Create(1f / MathF.Sqrt((Vector256.Sum(squares) / width) + epsilon));
        for (int i = 0; i < width; i += Vector256<float>.Count)
        {
            Vector256<float> normal = (Vector256.Load(x + i) - mean) * scale;
            Vector256.MultiplyAddEstimate(normal, Vector256.Load(weight.Pointer + i), Vector256.Load(bias.Pointer + i)).Store(x + i);
        }
    }
}
