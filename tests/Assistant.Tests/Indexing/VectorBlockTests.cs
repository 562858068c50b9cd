using Assistant.Core.Indexing;

namespace Assistant.Tests.Indexing;

public class VectorBlockTests
{
    [Fact]
    public void Equals_a_plain_loop_at_every_length()
    {
        var random = new Random(1);
        for (var length = 0; length <= 200; length++)
        {
            var (left, right) = (Values(random, length), Values(random, length));
            var expected = left.Zip(right, (a, b) => (double)a * b).Sum();
            Assert.Equal(expected, VectorBlock.Dot(left, right), 1e-5);
        }
    }

    [Fact]
    public void A_row_scores_the_same_wherever_it_lies()
    {
        var random = new Random(2);
        const int dimension = 37;
        var (row, query) = (Values(random, dimension), Values(random, dimension));
        var expected = VectorBlock.Dot(row, query);

        for (var offset = 0; offset < 40; offset++)
        {
            var memory = new float[offset + dimension];
            row.CopyTo(memory, offset);
            Assert.Equal(expected, VectorBlock.Dot(memory.AsSpan(offset), query));
        }
    }

    [Fact]
    public void Cosines_are_of_the_row_asked_for_and_never_beyond_one()
    {
        var block = new VectorBlock([1, 0, 0, 1, 0.8f, 0.6f, 1.0001f, 0], 2);

        Assert.Equal([1, 0, 0.8f, 1], Enumerable.Range(0, 4).Select(row => block.Cosine(row, [1, 0])));
        Assert.Equal(-1, block.Cosine(3, [-1, 0]));
    }

    private static float[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
}
