using Assistant.Inference.Kernels;

namespace Assistant.Tests.Inference.Kernels;

public sealed unsafe class MatrixTileTests
{
    private const int Depth = 40;

    private static readonly MatrixTile[] Tiles = [new Tile128(), new Tile256(), new Tile512()];

    [Fact]
    public void Every_tile_adds_the_products_to_the_start()
    {
        Assert.All(Tiles, tile =>
        {
            AlignedBuffer left = Random(tile.Rows * Depth, 1);
            AlignedBuffer panel = Random(Depth * tile.Columns, 2);
            AlignedBuffer start = Random(tile.Columns, 3);
            var result = new AlignedBuffer(tile.Rows * tile.Columns);
            tile.Multiply(left.View(Depth), panel.Pointer, new MatrixView(start.Pointer, 0), result.View(tile.Columns), Depth);
            for (int row = 0; row < tile.Rows; row++)
            {
                for (int column = 0; column < tile.Columns; column++)
                {
                    double expected = start.Span[column];
                    for (int k = 0; k < Depth; k++)
                    {
                        expected += (double)left.Span[(row * Depth) + k] * panel.Span[(k * tile.Columns) + column];
                    }

                    Assert.Equal(expected, result.Span[(row * tile.Columns) + column], 1e-5);
                }
            }
        });
    }

    [Fact]
    public void All_tiles_give_the_same_bits()
    {
        const int Columns = 32;
        AlignedBuffer left = Random(12 * Depth, 4);
        AlignedBuffer right = Random(Depth * Columns, 5);
        float[][] results = [.. Tiles.Select(tile => Product(tile, left, right, Columns))];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
    }

    [Fact]
    public void A_product_in_two_depths_has_the_bits_of_one()
    {
        var tile = MatrixTile.Best;
        AlignedBuffer left = Random(tile.Rows * Depth, 6);
        AlignedBuffer panel = Random(Depth * tile.Columns, 7);
        var whole = new AlignedBuffer(tile.Rows * tile.Columns);
        var halves = new AlignedBuffer(tile.Rows * tile.Columns);
        MatrixView sums = halves.View(tile.Columns);
        tile.Multiply(left.View(Depth), panel.Pointer, whole.View(tile.Columns), whole.View(tile.Columns), Depth);
        tile.Multiply(left.View(Depth), panel.Pointer, sums, sums, 16);
        tile.Multiply(left.View(Depth).From(0, 16), panel.Pointer + (16 * tile.Columns), sums, sums, Depth - 16);
        Assert.Equal(whole.Span.ToArray(), halves.Span.ToArray());
    }

    /// <summary>A [12, depth] by [depth, columns] product, put together from the tile's panels and rows.</summary>
    private static float[] Product(MatrixTile tile, AlignedBuffer left, AlignedBuffer right, int columns)
    {
        var panel = new AlignedBuffer(Depth * tile.Columns);
        var result = new AlignedBuffer(12 * columns);
        for (int column = 0; column < columns; column += tile.Columns)
        {
            for (int k = 0; k < Depth; k++)
            {
                right.View(columns).From(k, column).RowSpan(0, tile.Columns).CopyTo(panel.Span[(k * tile.Columns)..]);
            }

            for (int row = 0; row < 12; row += tile.Rows)
            {
                MatrixView target = result.View(columns).From(row, column);
                tile.Multiply(left.View(Depth).From(row, 0), panel.Pointer, target, target, Depth);
            }
        }

        return result.Span.ToArray();
    }

    private static AlignedBuffer Random(int length, int seed)
    {
        var random = new Random(seed);
        return AlignedBuffer.Of([.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2) - 1)]);
    }
}
