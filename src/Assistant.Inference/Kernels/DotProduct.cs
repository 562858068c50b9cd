using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>Sums of products, in an order that depends on the length alone.</summary>
internal static unsafe class DotProduct
{
    /// <summary>Σ left · right.</summary>
    /// <param name="left">Its length is a multiple of eight.</param>
    /// <param name="right">As long as the left.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        Vector256<float> sum = Vector256<float>.Zero;
        fixed (float* x = left, y = right)
        {
            for (int i = 0; i < left.Length; i += Vector256<float>.Count)
            {
                sum = Vector256.MultiplyAddEstimate(Vector256.Load(x + i), Vector256.Load(y + i), sum);
            }
        }

        return Vector256.Sum(sum);
    }
}
