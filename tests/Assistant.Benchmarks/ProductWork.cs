using Assistant.Inference.Kernels;

namespace Assistant.Benchmarks;

/// <summary>The bare matrix product: one panel that stays in the first-level cache against rows in the second.</summary>
internal sealed unsafe class ProductWork
{
    private const int Rows = 192;
    private const int Depth = 384;

    private readonly MatrixTile _tile = MatrixTile.Best;
    private readonly AlignedBuffer _left = new(Rows * Depth);
    private readonly AlignedBuffer _panel;
    private readonly AlignedBuffer _result;

    public ProductWork()
    {
        _panel = new AlignedBuffer(Depth * _tile.Columns);
        _result = new AlignedBuffer(Rows * _tile.Columns);
        _left.Span.Fill(0.5f);
        _panel.Span.Fill(0.25f);
    }

    /// <summary>Floating-point operations of one run; a multiply-add counts as two.</summary>
    public double Operations => 2.0 * Rows * Depth * _tile.Columns;

    public void Run()
    {
        MatrixView left = _left.View(Depth);
        MatrixView result = _result.View(_tile.Columns);
        for (int row = 0; row < Rows; row += _tile.Rows)
        {
            _tile.Multiply(left.From(row, 0), _panel.Pointer, result.From(row, 0), result.From(row, 0), Depth);
        }
    }
}
