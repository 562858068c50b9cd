using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Kernels;

/// <summary>Some rows of a matrix as the columns that a tile multiplies with; one for each thread.</summary>
internal sealed unsafe class WeightPanel(MatrixTile tile)
{
    private readonly AlignedBuffer _panel = new(LinearLayer.DepthBlock * tile.Columns); // [depth, tile columns]

    public float* Pointer => _panel.Pointer;

    /// <summary>Dequantises a part of the matrix into the panel.</summary>
    /// <param name="source">Rows and columns divisible by eight.</param>
    /// <param name="firstRow">The row that becomes the first column.</param>
    /// <param name="firstColumn">The column that becomes the first row.</param>
    /// <param name="depth">Rows of the panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(QuantizedMatrix source, int firstRow, int firstColumn, int depth)
    {
        for (int column = 0; column < tile.Columns; column += Transpose.BlockSize)
        {
            int row = firstRow + column;
            sbyte* values = source.Values + ((nint)row * source.Columns) + firstColumn;
            MatrixView target = _panel.View(tile.Columns).From(0, column);
            for (int k = 0; k < depth; k += Transpose.BlockSize)
            {
                if (Avx2.IsSupported) FillBlock(values + k, source.Columns, source.Scales + row, target.From(k, 0));
                else FillBlockByElements(values + k, source.Columns, source.Scales + row, target.From(k, 0));
            }
        }
    }

    /// <summary>Eight rows of eight bytes become eight rows of the panel; scaled last, when one vector holds all scales.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillBlock(sbyte* values, nint stride, float* scales, MatrixView target)
    {
        Vector256<float> r0 = Widen(values), r1 = Widen(values + stride);
        Vector256<float> r2 = Widen(values + (2 * stride)), r3 = Widen(values + (3 * stride));
        Vector256<float> r4 = Widen(values + (4 * stride)), r5 = Widen(values + (5 * stride));
        Vector256<float> r6 = Widen(values + (6 * stride)), r7 = Widen(values + (7 * stride));
        Transpose.Turn(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Vector256<float> scale = Vector256.Load(scales);
        Scale(r0, scale).Store(target.Row(0));
        Scale(r1, scale).Store(target.Row(1));
        Scale(r2, scale).Store(target.Row(2));
        Scale(r3, scale).Store(target.Row(3));
        Scale(r4, scale).Store(target.Row(4));
        Scale(r5, scale).Store(target.Row(5));
        Scale(r6, scale).Store(target.Row(6));
        Scale(r7, scale).Store(target.Row(7));
    }

    /// <summary>Eight bytes as integers, in the guise of floats for the transposition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widen(sbyte* values) => Avx2.ConvertToVector256Int32(values).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Scale(Vector256<float> integers, Vector256<float> scale) =>
        Vector256.ConvertToSingle(integers.AsInt32()) * scale;

    private static void FillBlockByElements(sbyte* values, nint stride, float* scales, MatrixView target)
    {
        for (int row = 0; row < Transpose.BlockSize; row++)
        {
            for (int column = 0; column < Transpose.BlockSize; column++)
            {
                target.Row(column)[row] = values[(row * stride) + column] * scales[row];
            }
        }
    }
}
