using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Assistant.Inference.Kernels;

/// <summary>Turns rows into columns, eight by eight.</summary>
internal static unsafe class Transpose
{
    /// <summary>Rows and columns of a block.</summary>
    public const int BlockSize = 8;

    /// <summary>Writes one block, <c>target[column, row] = source[row, column]</c>; the two must not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block(MatrixView source, MatrixView target)
    {
        if (!Avx.IsSupported)
        {
            BlockByElements(source, target);
            return;
        }

        Vector256<float> r0 = Vector256.Load(source.Row(0)), r1 = Vector256.Load(source.Row(1));
        Vector256<float> r2 = Vector256.Load(source.Row(2)), r3 = Vector256.Load(source.Row(3));
        Vector256<float> r4 = Vector256.Load(source.Row(4)), r5 = Vector256.Load(source.Row(5));
        Vector256<float> r6 = Vector256.Load(source.Row(6)), r7 = Vector256.Load(source.Row(7));
        Turn(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        r0.Store(target.Row(0));
        r1.Store(target.Row(1));
        r2.Store(target.Row(2));
        r3.Store(target.Row(3));
        r4.Store(target.Row(4));
        r5.Store(target.Row(5));
        r6.Store(target.Row(6));
        r7.Store(target.Row(7));
    }

    /// <summary>Transposes eight registers: interleaves pairs of rows, then pairs of pairs, then swaps halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SuppressMessage("Major Code Smell", "S107", Justification = "Registers: a struct of eight vectors would live in memory.")]
    public static void Turn(
        ref Vector256<float> r0, ref Vector256<float> r1, ref Vector256<float> r2, ref Vector256<float> r3,
        ref Vector256<float> r4, ref Vector256<float> r5, ref Vector256<float> r6, ref Vector256<float> r7)
    {
        Vector256<float> p0 = Avx.UnpackLow(r0, r1), p1 = Avx.UnpackHigh(r0, r1);
        Vector256<float> p2 = Avx.UnpackLow(r2, r3), p3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> p4 = Avx.UnpackLow(r4, r5), p5 = Avx.UnpackHigh(r4, r5);
        Vector256<float> p6 = Avx.UnpackLow(r6, r7), p7 = Avx.UnpackHigh(r6, r7);

        const byte LowPairs = 0x44, HighPairs = 0xEE;
        Vector256<float> q0 = Avx.Shuffle(p0, p2, LowPairs), q1 = Avx.Shuffle(p0, p2, HighPairs);
        Vector256<float> q2 = Avx.Shuffle(p1, p3, LowPairs), q3 = Avx.Shuffle(p1, p3, HighPairs);
        Vector256<float> q4 = Avx.Shuffle(p4, p6, LowPairs), q5 = Avx.Shuffle(p4, p6, HighPairs);
        Vector256<float> q6 = Avx.Shuffle(p5, p7, LowPairs), q7 = Avx.Shuffle(p5, p7, HighPairs);

        const byte LowHalves = 0x20, HighHalves = 0x31;
        r0 = Avx.Permute2x128(q0, q4, LowHalves);
        r1 = Avx.Permute2x128(q1, q5, LowHalves);
        r2 = Avx.Permute2x128(q2, q6, LowHalves);
        r3 = Avx.Permute2x128(q3, q7, LowHalves);
        r4 = Avx.Permute2x128(q0, q4, HighHalves);
        r5 = Avx.Permute2x128(q1, q5, HighHalves);
        r6 = Avx.Permute2x128(q2, q6, HighHalves);
        r7 = Avx.Permute2x128(q3, q7, HighHalves);
    }

    private static void BlockByElements(MatrixView source, MatrixView target)
    {
        for (int row = 0; row < BlockSize; row++)
        {
            for (int column = 0; column < BlockSize; column++) target.Row(column)[row] = source.Row(row)[column];
        }
    }
}
