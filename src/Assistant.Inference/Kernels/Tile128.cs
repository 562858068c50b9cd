using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>A tile of 6 × 8 for 128-bit vectors: 12 sums, 2 parts of the panel and 1 broadcast fill 15 of 16 registers.</summary>
internal sealed unsafe class Tile128() : MatrixTile(6, 8)
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Major Code Smell", "S138", Justification = "Straight-line kernel: the sums must be locals to stay in registers.")]
    public override void Multiply(MatrixView left, float* panel, MatrixView start, MatrixView result, int depth)
    {
        float* a0 = left.Data, a1 = a0 + left.Stride, a2 = a1 + left.Stride;
        float* a3 = a2 + left.Stride, a4 = a3 + left.Stride, a5 = a4 + left.Stride;
        Vector128<float> c00 = Vector128.Load(start.Row(0)), c01 = Vector128.Load(start.Row(0) + 4);
        Vector128<float> c10 = Vector128.Load(start.Row(1)), c11 = Vector128.Load(start.Row(1) + 4);
        Vector128<float> c20 = Vector128.Load(start.Row(2)), c21 = Vector128.Load(start.Row(2) + 4);
        Vector128<float> c30 = Vector128.Load(start.Row(3)), c31 = Vector128.Load(start.Row(3) + 4);
        Vector128<float> c40 = Vector128.Load(start.Row(4)), c41 = Vector128.Load(start.Row(4) + 4);
        Vector128<float> c50 = Vector128.Load(start.Row(5)), c51 = Vector128.Load(start.Row(5) + 4);
        for (nint k = 0; k < depth; k++)
        {
            Vector128<float> b0 = Vector128.Load(panel), b1 = Vector128.Load(panel + 4);
            panel += 8;
            Vector128<float> a = Vector128.Create(a0[k]);
            c00 = Vector128.MultiplyAddEstimate(a, b0, c00);
            c01 = Vector128.MultiplyAddEstimate(a, b1, c01);
            a = Vector128.Create(a1[k]);
            c10 = Vector128.MultiplyAddEstimate(a, b0, c10);
            c11 = Vector128.MultiplyAddEstimate(a, b1, c11);
            a = Vector128.Create(a2[k]);
            c20 = Vector128.MultiplyAddEstimate(a, b0, c20);
            c21 = Vector128.MultiplyAddEstimate(a, b1, c21);
            a = Vector128.Create(a3[k]);
            c30 = Vector128.MultiplyAddEstimate(a, b0, c30);
            c31 = Vector128.MultiplyAddEstimate(a, b1, c31);
            a = Vector128.Create(a4[k]);
            c40 = Vector128.MultiplyAddEstimate(a, b0, c40);
            c41 = Vector128.MultiplyAddEstimate(a, b1, c41);
            a = Vector128.Create(a5[k]);
            c50 = Vector128.MultiplyAddEstimate(a, b0, c50);
            c51 = Vector128.MultiplyAddEstimate(a, b1, c51);
        }

        c00.Store(result.Row(0));
        c01.Store(result.Row(0) + 4);
        c10.Store(result.Row(1));
        c11.Store(result.Row(1) + 4);
        c20.Store(result.Row(2));
        c21.Store(result.Row(2) + 4);
        c30.Store(result.Row(3));
        c31.Store(result.Row(3) + 4);
        c40.Store(result.Row(4));
        c41.Store(result.Row(4) + 4);
        c50.Store(result.Row(5));
        c51.Store(result.Row(5) + 4);
    }
}
