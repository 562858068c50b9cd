using System.Runtime.CompilerServices;
using Assistant.Inference.Weights;

namespace Assistant.Inference.Kernels;

/// <summary>The weights of a linear layer, dequantised and laid out as the tile reads them.</summary>
/// <remarks>Panels of <c>[depth, tile columns]</c> one after another. Immutable once packed.</remarks>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Depth that is multiplied at a time, so that a panel's part stays in the first-level cache.</summary>
    private const int DepthBlock = 384;

    private readonly MatrixTile _tile;
    private readonly AlignedBuffer _panels; // [columns / tile columns, depth, tile columns]
    private readonly AlignedBuffer _bias;   // [columns]
    private readonly int _depth;
    private readonly int _columns;

    /// <summary>Packs layers that share their input side by side.</summary>
    public PackedMatrix(MatrixTile tile, params ReadOnlySpan<LinearWeights> layers)
    {
        _tile = tile;
        _depth = layers[0].Weight.Columns;
        foreach (LinearWeights layer in layers) _columns += layer.Weight.Rows;
        _panels = new AlignedBuffer(_columns * _depth);
        _bias = new AlignedBuffer(_columns);
        int column = 0;
        foreach (LinearWeights layer in layers)
        {
            Pack(layer.Weight, _panels.Pointer + ((nint)column * _depth), tile.Columns);
            layer.Bias.CopyTo(_bias.Span[column..]);
            column += layer.Weight.Rows;
        }
    }

    /// <summary>result = activation(left · weights + bias).</summary>
    /// <param name="left"><c>[rows, depth]</c>; readable up to whole tiles.</param>
    /// <param name="rows">Rows to compute; the result is written up to whole tiles.</param>
    /// <param name="result"><c>[rows, columns]</c>.</param>
    /// <param name="activation">Applied once the sums are complete.</param>
    public void Multiply(MatrixView left, int rows, MatrixView result, Activation activation)
    {
        for (int depth = 0; depth < _depth; depth += DepthBlock)
        {
            int block = Math.Min(DepthBlock, _depth - depth);
            bool isLast = depth + block == _depth;
            for (int column = 0; column < _columns; column += _tile.Columns)
            {
                float* panel = _panels.Pointer + ((nint)column * _depth) + ((nint)depth * _tile.Columns);
                var bias = new MatrixView(_bias.Pointer + column, 0);
                for (int row = 0; row < rows; row += _tile.Rows)
                {
                    MatrixView target = result.From(row, column);
                    _tile.Multiply(left.From(row, depth), panel, depth == 0 ? bias : target, target, block);
                    if (isLast && activation == Activation.Gelu) Gelu.Apply(target, _tile.Rows, _tile.Columns);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack(QuantizedMatrix source, float* target, int width)
    {
        for (int first = 0; first < source.Rows; first += width)
        {
            sbyte* values = source.Values + ((nint)first * source.Columns);
            float* scales = source.Scales + first;
            for (int k = 0; k < source.Columns; k++)
            {
                sbyte* value = values + k;
                for (int j = 0; j < width; j++)
                {
                    target[j] = *value * scales[j];
                    value += source.Columns;
                }

                target += width;
            }
        }
    }
}
