using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>Scaled dot-product attention of one head over one sequence, a tile of queries at a time.</summary>
/// <remarks>
/// Source: Vaswani et al., "Attention is all you need", 2017. Scores exist for one tile of queries only.
/// Owns its buffers: one for each thread.
/// </remarks>
internal sealed unsafe class AttentionKernel
{
    private readonly MatrixTile _tile;
    private readonly int _width;
    private readonly float _scale;
    private readonly AlignedBuffer _keys;    // [length / tile columns, width, tile columns]: transposed
    private readonly AlignedBuffer _values;  // [width / tile columns, length, tile columns]
    private readonly AlignedBuffer _scores;  // [tile rows, padded length]
    private readonly AlignedBuffer _output;  // [tile rows, width]
    private readonly AlignedBuffer _zeros;   // [tile columns]

    /// <summary>Reserves room for sequences up to a length.</summary>
    /// <param name="tile">The machine's tile.</param>
    /// <param name="width">Dimensions of a head, a multiple of the tile's columns.</param>
    /// <param name="maxLength">Tokens of the longest sequence.</param>
    public AttentionKernel(MatrixTile tile, int width, int maxLength)
    {
        int padded = tile.PadColumns(maxLength);
        _tile = tile;
        _width = width;
        _scale = 1f / MathF.Sqrt(width);
        _keys = new AlignedBuffer(width * padded);
        _values = new AlignedBuffer(width * padded);
        _scores = new AlignedBuffer(tile.Rows * padded);
        _output = new AlignedBuffer(tile.Rows * width);
        _zeros = new AlignedBuffer(tile.Columns);
    }

    /// <summary>context = softmax(query · keyᵀ / √width) · value.</summary>
    /// <param name="query"><c>[queries, width]</c>; readable up to whole tiles.</param>
    /// <param name="key"><c>[length, width]</c>; readable up to a multiple of eight rows.</param>
    /// <param name="value"><c>[length, width]</c>.</param>
    /// <param name="context"><c>[queries, width]</c>; exactly those rows are written.</param>
    /// <param name="length">Tokens of the sequence.</param>
    /// <param name="queries">How many tokens ask.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Attend(MatrixView query, MatrixView key, MatrixView value, MatrixView context, int length, int queries)
    {
        PackKeys(key, length);
        PackValues(value, length);
        int padded = _tile.PadColumns(length);
        var scores = new MatrixView(_scores.Pointer, padded);
        var zeros = new MatrixView(_zeros.Pointer, 0);
        var output = new MatrixView(_output.Pointer, _width);
        float* sums = stackalloc float[_tile.Rows];
        for (int row = 0; row < queries; row += _tile.Rows)
        {
            for (int column = 0; column < padded; column += _tile.Columns)
            {
                _tile.Multiply(query.From(row, 0), _keys.Pointer + (column * _width), zeros, scores.From(0, column), _width);
            }

            int rows = Math.Min(_tile.Rows, queries - row);
            for (int i = 0; i < rows; i++) sums[i] = Exponentiate(scores.Row(i), length, padded);
            for (int column = 0; column < _width; column += _tile.Columns)
            {
                _tile.Multiply(scores, _values.Pointer + (column * length), zeros, output.From(0, column), length);
            }

            for (int i = 0; i < rows; i++) Scale(output.Row(i), 1f / sums[i], context.Row(row + i));
        }
    }

    /// <summary>Replaces scores by exp((score − largest) · scale) and returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Exponentiate(float* scores, int length, int padded)
    {
        for (int i = length; i < padded; i++) scores[i] = float.NegativeInfinity;
        Vector256<float> largest = Vector256.Load(scores);
        for (int i = Vector256<float>.Count; i < padded; i += Vector256<float>.Count)
        {
            largest = Vector256.MaxNative(largest, Vector256.Load(scores + i));
        }

        Vector256<float> scale = Vector256.Create(_scale);
        Vector256<float> shift = Vector256.Create(-VectorMath.Largest(largest) * _scale);
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < padded; i += Vector256<float>.Count)
        {
            Vector256<float> power = VectorMath.Exp(Vector256.MultiplyAddEstimate(Vector256.Load(scores + i), scale, shift));
            power.Store(scores + i);
            sum += power;
        }

        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scale(float* source, float factor, float* target)
    {
        for (int i = 0; i < _width; i += Vector256<float>.Count) (Vector256.Load(source + i) * factor).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackKeys(MatrixView key, int length)
    {
        int columns = _tile.Columns;
        for (int row = 0; row < length; row += Transpose.BlockSize)
        {
            var panel = new MatrixView(_keys.Pointer + (row / columns * columns * _width) + (row % columns), columns);
            for (int d = 0; d < _width; d += Transpose.BlockSize) Transpose.Block(key.From(row, d), panel.From(d, 0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackValues(MatrixView value, int length)
    {
        float* target = _values.Pointer;
        int columns = _tile.Columns;
        for (int column = 0; column < _width; column += columns)
        {
            for (int row = 0; row < length; row++)
            {
                float* source = value.Row(row) + column;
                for (int j = 0; j < columns; j += Vector256<float>.Count) Vector256.Load(source + j).Store(target + j);
                target += columns;
            }
        }
    }
}
