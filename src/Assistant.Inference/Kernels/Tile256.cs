using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>A tile of 6 × 16 for 256-bit vectors: 12 sums, 2 parts of the panel and 1 broadcast fill 15 of 16 registers.</summary>
internal sealed unsafe class Tile256() : MatrixTile(6, 16)
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Major Code Smell", "S138", Justification = "Straight-line kernel: the sums must be locals to stay in registers.")]
    public override void Multiply(MatrixView left, float* panel, MatrixView start, MatrixView result, int depth)
    {
        float* a0 = left.Data, a1 = a0 + left.Stride, a2 = a1 + left.Stride;
        float* a3 = a2 + left.Stride, a4 = a3 + left.Stride, a5 = a4 + left.Stride;
        Vector256<float> c00 = Vector256.Load(start.Row(0)), c01 = Vector256.Load(start.Row(0) + 8);
        Vector256<float> c10 = Vector256.Load(start.Row(1)), c11 = Vector256.Load(start.Row(1) + 8);
        Vector256<float> c20 = Vector256.Load(start.Row(2)), c21 = Vector256.Load(start.Row(2) + 8);
        Vector256<float> c30 = Vector256.Load(start.Row(3)), c31 = Vector256.Load(start.Row(3) + 8);
        Vector256<float> c40 = Vector256.Load(start.Row(4)), c41 = Vector256.Load(start.Row(4) + 8);
        Vector256<float> c50 = Vector256.Load(start.Row(5)), c51 = Vector256.Load(start.Row(5) + 8);
        for (nint k = 0; k < depth; k++)
        {
            Vector256<float> b0 = Vector256.Load(panel), b1 = Vector256.Load(panel + 8);
            panel += 16;
            Vector256<float> a = Vector256.Create(a0[k]);
            c00 = Vector256.MultiplyAddEstimate(a, b0, c00);
            c01 = Vector256.MultiplyAddEstimate(a, b1, c01);
            a = Vector256.Create(a1[k]);
            c10 = Vector256.MultiplyAddEstimate(a, b0, c10);
            c11 = Vector256.MultiplyAddEstimate(a, b1, c11);
            a = Vector256.Create(a2[k]);
            c20 = Vector256.MultiplyAddEstimate(a, b0, c20);
            c21 = Vector256.MultiplyAddEstimate(a, b1, c21);
            a = Vector256.Create(a3[k]);
            c30 = Vector256.MultiplyAddEstimate(a, b0, c30);
            c31 = Vector256.MultiplyAddEstimate(a, b1, c31);
            a = Vector256.Create(a4[k]);
            c40 = Vector256.MultiplyAddEstimate(a, b0, c40);
            c41 = Vector256.MultiplyAddEstimate(a, b1, c41);
            a = Vector256.Create(a5[k]);
            c50 = Vector256.MultiplyAddEstimate(a, b0, c50);
            c51 = Vector256.MultiplyAddEstimate(a, b1, c51);
        }

        c00.Store(result.Row(0));
        c01.Store(result.Row(0) + 8);
        c10.Store(result.Row(1));
        c11.Store(result.Row(1) + 8);
        c20.Store(result.Row(2));
        c21.Store(result.Row(2) + 8);
        c30.Store(result.Row(3));
        c31.Store(result.Row(3) + 8);
        c40.Store(result.Row(4));
        c41.Store(result.Row(4) + 8);
        c50.Store(result.Row(5));
        c51.Store(result.Row(5) + 8);
    }
}
