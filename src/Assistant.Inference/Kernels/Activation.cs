using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>What is applied to each element of a matrix product.</summary>
internal enum Activation
{
    /// <summary>The product plus the bias, as it is.</summary>
    None,

    /// <summary>x · Φ(x) with the exact normal distribution function.</summary>
    Gelu,
}

/// <summary>The Gaussian error linear unit.</summary>
/// <remarks>Source: Hendrycks, Gimpel, "Gaussian error linear units", 2016; the exact (erf) form.</remarks>
internal static unsafe class Gelu
{
    /// <summary>Applies it in place to a tile whose column count is a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(MatrixView tile, int rows, int columns)
    {
        Vector256<float> half = Vector256.Create(0.5f);
        for (int row = 0; row < rows; row++)
        {
            float* x = tile.Row(row);
            for (int column = 0; column < columns; column += Vector256<float>.Count)
            {
                Vector256<float> value = Vector256.Load(x + column);
                Vector256<float> halfValue = value * half;
                Vector256<float> erf = VectorMath.Erf(value * 0.70710678118654752f);
                Vector256.MultiplyAddEstimate(halfValue, erf, halfValue).Store(x + column);
            }
        }
    }
}
