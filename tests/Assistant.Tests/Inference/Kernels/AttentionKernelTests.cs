using Assistant.Inference.Kernels;

namespace Assistant.Tests.Inference.Kernels;

public class AttentionKernelTests
{
    private const int Width = 32;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(17)]
    [InlineData(70)]
    public void Attends_as_the_definition_says_with_every_tile(int length)
    {
        Assert.All(new MatrixTile[] { new Tile128(), new Tile256(), new Tile512() }, tile =>
        {
            AlignedBuffer query = Random(length, 1), key = Random(length, 2), value = Random(length, 3);
            var context = new AlignedBuffer((length + 1) * Width);
            context.Span.Fill(7f);
            new AttentionKernel(tile, Width, 70).Attend(
                query.View(Width), key.View(Width), value.View(Width), context.View(Width), length, length);
            float[] expected = Reference(query, key, value, length);
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], context.Span[i], 1e-5f);
            Assert.All(context.Span[(length * Width)..].ToArray(), untouched => Assert.Equal(7f, untouched));
        });
    }

    private static float[] Reference(AlignedBuffer query, AlignedBuffer key, AlignedBuffer value, int length)
    {
        var context = new float[length * Width];
        for (int row = 0; row < length; row++)
        {
            double[] weights = new double[length];
            for (int other = 0; other < length; other++)
            {
                double score = 0;
                for (int d = 0; d < Width; d++) score += (double)query.Span[(row * Width) + d] * key.Span[(other * Width) + d];
                weights[other] = Math.Exp(score / Math.Sqrt(Width));
            }

            double sum = weights.Sum();
            for (int d = 0; d < Width; d++)
            {
                double total = 0;
                for (int other = 0; other < length; other++) total += weights[other] / sum * value.Span[(other * Width) + d];
                context[(row * Width) + d] = (float)total;
            }
        }

        return context;
    }

    /// <summary>Rows past the length are readable, as the kernel asks.</summary>
    private static AlignedBuffer Random(int length, int seed)
    {
        var random = new Random(seed);
        return AlignedBuffer.Of([.. Enumerable.Range(0, (length + 12) * Width).Select(_ => (random.NextSingle() * 4) - 2)]);
    }
}
