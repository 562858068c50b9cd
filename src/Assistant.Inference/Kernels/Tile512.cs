using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>A tile of 12 × 32 for 512-bit vectors: 24 sums and 2 parts of the panel stay in 32 registers.</summary>
internal sealed unsafe class Tile512() : MatrixTile(12, 32)
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SuppressMessage("Major Code Smell", "S138", Justification = "Straight-line kernel: the sums must be locals to stay in registers.")]
    public override void Multiply(MatrixView left, float* panel, MatrixView start, MatrixView result, int depth)
    {
        nint stride = left.Stride;
        float* a0 = left.Data, a3 = a0 + (3 * stride), a6 = a3 + (3 * stride), a9 = a6 + (3 * stride);
        Vector512<float> c00 = Vector512.Load(start.Row(0)), c01 = Vector512.Load(start.Row(0) + 16);
        Vector512<float> c10 = Vector512.Load(start.Row(1)), c11 = Vector512.Load(start.Row(1) + 16);
        Vector512<float> c20 = Vector512.Load(start.Row(2)), c21 = Vector512.Load(start.Row(2) + 16);
        Vector512<float> c30 = Vector512.Load(start.Row(3)), c31 = Vector512.Load(start.Row(3) + 16);
        Vector512<float> c40 = Vector512.Load(start.Row(4)), c41 = Vector512.Load(start.Row(4) + 16);
        Vector512<float> c50 = Vector512.Load(start.Row(5)), c51 = Vector512.Load(start.Row(5) + 16);
        Vector512<float> c60 = Vector512.Load(start.Row(6)), c61 = Vector512.Load(start.Row(6) + 16);
        Vector512<float> c70 = Vector512.Load(start.Row(7)), c71 = Vector512.Load(start.Row(7) + 16);
        Vector512<float> c80 = Vector512.Load(start.Row(8)), c81 = Vector512.Load(start.Row(8) + 16);
        Vector512<float> c90 = Vector512.Load(start.Row(9)), c91 = Vector512.Load(start.Row(9) + 16);
        Vector512<float> c100 = Vector512.Load(start.Row(10)), c101 = Vector512.Load(start.Row(10) + 16);
        Vector512<float> c110 = Vector512.Load(start.Row(11)), c111 = Vector512.Load(start.Row(11) + 16);
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.Load(panel), b1 = Vector512.Load(panel + 16);
            panel += 32;
            Vector512<float> a = Vector512.Create(*a0);
            c00 = Vector512.MultiplyAddEstimate(a, b0, c00);
            c01 = Vector512.MultiplyAddEstimate(a, b1, c01);
            a = Vector512.Create(a0[stride]);
            c10 = Vector512.MultiplyAddEstimate(a, b0, c10);
            c11 = Vector512.MultiplyAddEstimate(a, b1, c11);
            a = Vector512.Create(a0[2 * stride]);
            c20 = Vector512.MultiplyAddEstimate(a, b0, c20);
            c21 = Vector512.MultiplyAddEstimate(a, b1, c21);
            a = Vector512.Create(*a3);
            c30 = Vector512.MultiplyAddEstimate(a, b0, c30);
            c31 = Vector512.MultiplyAddEstimate(a, b1, c31);
            a = Vector512.Create(a3[stride]);
            c40 = Vector512.MultiplyAddEstimate(a, b0, c40);
            c41 = Vector512.MultiplyAddEstimate(a, b1, c41);
            a = Vector512.Create(a3[2 * stride]);
            c50 = Vector512.MultiplyAddEstimate(a, b0, c50);
            c51 = Vector512.MultiplyAddEstimate(a, b1, c51);
            a = Vector512.Create(*a6);
            c60 = Vector512.MultiplyAddEstimate(a, b0, c60);
            c61 = Vector512.MultiplyAddEstimate(a, b1, c61);
            a = Vector512.Create(a6[stride]);
            c70 = Vector512.MultiplyAddEstimate(a, b0, c70);
            c71 = Vector512.MultiplyAddEstimate(a, b1, c71);
            a = Vector512.Create(a6[2 * stride]);
            c80 = Vector512.MultiplyAddEstimate(a, b0, c80);
            c81 = Vector512.MultiplyAddEstimate(a, b1, c81);
            a = Vector512.Create(*a9);
            c90 = Vector512.MultiplyAddEstimate(a, b0, c90);
            c91 = Vector512.MultiplyAddEstimate(a, b1, c91);
            a = Vector512.Create(a9[stride]);
            c100 = Vector512.MultiplyAddEstimate(a, b0, c100);
            c101 = Vector512.MultiplyAddEstimate(a, b1, c101);
            a = Vector512.Create(a9[2 * stride]);
            c110 = Vector512.MultiplyAddEstimate(a, b0, c110);
            c111 = Vector512.MultiplyAddEstimate(a, b1, c111);
            a0++;
            a3++;
            a6++;
            a9++;
        }

        c00.Store(result.Row(0));
        c01.Store(result.Row(0) + 16);
        c10.Store(result.Row(1));
        c11.Store(result.Row(1) + 16);
        c20.Store(result.Row(2));
        c21.Store(result.Row(2) + 16);
        c30.Store(result.Row(3));
        c31.Store(result.Row(3) + 16);
        c40.Store(result.Row(4));
        c41.Store(result.Row(4) + 16);
        c50.Store(result.Row(5));
        c51.Store(result.Row(5) + 16);
        c60.Store(result.Row(6));
        c61.Store(result.Row(6) + 16);
        c70.Store(result.Row(7));
        c71.Store(result.Row(7) + 16);
        c80.Store(result.Row(8));
        c81.Store(result.Row(8) + 16);
        c90.Store(result.Row(9));
        c91.Store(result.Row(9) + 16);
        c100.Store(result.Row(10));
        c101.Store(result.Row(10) + 16);
        c110.Store(result.Row(11));
        c111.Store(result.Row(11) + 16);
    }
}
