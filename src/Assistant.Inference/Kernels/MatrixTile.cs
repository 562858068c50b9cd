using System.Runtime.Intrinsics;

namespace Assistant.Inference.Kernels;

/// <summary>The innermost part of a matrix product: a tile of the result that is held in registers.</summary>
/// <remarks>
/// Each element is one chain of fused multiply-adds over the depth in ascending order, whatever the tile's shape, so that a
/// row's result depends neither on its neighbours nor on the machine's vector width.
/// Source of the design: Goto, van de Geijn, "Anatomy of high-performance matrix multiplication", TOMS 2008.
/// </remarks>
/// <param name="rows">Rows of the tile.</param>
/// <param name="columns">Columns of the tile.</param>
internal abstract unsafe class MatrixTile(int rows, int columns)
{
    /// <summary>The widest tile that this machine has registers for.</summary>
    public static MatrixTile Best { get; } = Choose();

    /// <summary>Rows of the tile. Callers own that many rows of each operand, also where the matrix ends earlier.</summary>
    public int Rows { get; } = rows;

    /// <summary>Columns of the tile and width of a packed panel.</summary>
    public int Columns { get; } = columns;

    /// <summary>result = start + left · panel for one tile.</summary>
    /// <param name="left"><c>[Rows, depth]</c>.</param>
    /// <param name="panel"><c>[depth, Columns]</c>, contiguous.</param>
    /// <param name="start"><c>[Rows, Columns]</c>: a bias repeated, zeros repeated, or the result so far.</param>
    /// <param name="result"><c>[Rows, Columns]</c>; may be <paramref name="start"/> itself.</param>
    /// <param name="depth">Terms of each sum.</param>
    public abstract void Multiply(MatrixView left, float* panel, MatrixView start, MatrixView result, int depth);

    /// <summary>The smallest number of whole panels' columns that holds that many columns.</summary>
    public int PadColumns(int columns) => (columns + Columns - 1) / Columns * Columns;

    private static MatrixTile Choose()
    {
        if (Vector512.IsHardwareAccelerated) return new Tile512();
        return Vector256.IsHardwareAccelerated ? new Tile256() : new Tile128();
    }
}
