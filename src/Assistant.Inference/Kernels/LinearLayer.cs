using System.Runtime.CompilerServices;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Kernels;

/// <summary>A linear layer whose weights stay bytes in the mapped file; a panel of them becomes floats when its turn comes.</summary>
/// <remarks>
/// So nothing is unpacked at start, and the bytes of a whole model fit where its floats would not: in the shared cache.
/// Making a panel costs some percent of its use on a block of 200 tokens. Immutable, thread-safe.
/// </remarks>
/// <param name="tile">The machine's tile.</param>
/// <param name="weight"><c>[outputs, inputs]</c>.</param>
/// <param name="bias"><c>[outputs]</c>.</param>
internal sealed unsafe class LinearLayer(MatrixTile tile, QuantizedMatrix weight, AlignedBuffer bias)
{
    /// <summary>Depth that is multiplied at a time, so that a panel stays in the first-level cache.</summary>
    public const int DepthBlock = 384;

    /// <summary>result = activation(left · weightᵀ + bias).</summary>
    /// <param name="left"><c>[rows, inputs]</c>; readable up to whole tiles.</param>
    /// <param name="rows">Rows to compute.</param>
    /// <param name="result"><c>[rows, outputs]</c>; written up to whole tiles.</param>
    /// <param name="activation">Applied once the sums are complete.</param>
    /// <param name="panel">The calling thread's panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(MatrixView left, int rows, MatrixView result, Activation activation, WeightPanel panel)
    {
        for (int depth = 0; depth < weight.Columns; depth += DepthBlock)
        {
            int block = Math.Min(DepthBlock, weight.Columns - depth);
            bool isLast = depth + block == weight.Columns;
            for (int column = 0; column < weight.Rows; column += tile.Columns)
            {
                panel.Fill(weight, column, depth, block);
                var start = new MatrixView(bias.Pointer + column, 0);
                for (int row = 0; row < rows; row += tile.Rows)
                {
                    MatrixView target = result.From(row, column);
                    tile.Multiply(left.From(row, depth), panel.Pointer, depth == 0 ? start : target, target, block);
                    if (isLast && activation == Activation.Gelu) Gelu.Apply(target, tile.Rows, tile.Columns);
                }
            }
        }
    }
}
