using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assistant.Core.Indexing;

/// <summary>All embeddings in one block, and their cosines with a query.</summary>
/// <param name="values">[count, dimension], row-major, rows of unit length; owned by this from here on.</param>
/// <param name="dimension">Length of a row, above 0.</param>
internal sealed class VectorBlock(float[] values, int dimension)
{
    public int Dimension => dimension;

    /// <summary>Cosine of <paramref name="query"/> with one row, in [-1, 1].</summary>
    /// <remarks>The order of additions is fixed, so a row's score depends on nothing but the row and the query.</remarks>
    public float Cosine(int row, ReadOnlySpan<float> query) =>
        Math.Clamp(Dot(values.AsSpan((int)((long)row * dimension), dimension), query), -1f, 1f);

    /// <summary>Dot product of two spans of equal length, in four running sums.</summary>
    // TensorPrimitives.Dot adds in an order that depends on where the array happens to lie in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var width = Vector<float>.Count;
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        Vector<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        var i = 0;
        for (; i <= left.Length - (4 * width); i += 4 * width)
        {
            sum0 = MultiplyAdd(ref a, ref b, i, sum0);
            sum1 = MultiplyAdd(ref a, ref b, i + width, sum1);
            sum2 = MultiplyAdd(ref a, ref b, i + (2 * width), sum2);
            sum3 = MultiplyAdd(ref a, ref b, i + (3 * width), sum3);
        }

        for (; i <= left.Length - width; i += width)
            sum0 = MultiplyAdd(ref a, ref b, i, sum0);
        var sum = Vector.Sum((sum0 + sum1) + (sum2 + sum3));
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> MultiplyAdd(ref float left, ref float right, int offset, Vector<float> sum) =>
        Vector.FusedMultiplyAdd(
            Vector.LoadUnsafe(ref left, (nuint)offset), Vector.LoadUnsafe(ref right, (nuint)offset), sum);
}
