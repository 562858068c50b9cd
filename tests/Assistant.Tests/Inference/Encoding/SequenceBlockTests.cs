using Assistant.Inference.Encoding;

namespace Assistant.Tests.Inference.Encoding;

public class SequenceBlockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Every_sequence_is_in_exactly_one_block(int threads)
    {
        TokenSequence[] sequences = [.. new[] { 3, 500, 512, 7, 250, 250, 200, 1, 90 }.Select(Of)];
        List<SequenceBlock> blocks = SequenceBlock.Divide(sequences, threads);
        Assert.Equal(Enumerable.Range(0, sequences.Length), blocks.SelectMany(block => block.Indexes).Order());
        Assert.All(blocks, block =>
        {
            Assert.Equal(block.Indexes.Select(index => sequences[index]), block.Sequences);
            Assert.InRange(block.Sequences.Sum(sequence => sequence.Length), 1, SequenceBlock.TokenLimit);
        });
    }

    [Fact]
    public void Two_sequences_make_work_for_two_threads() =>
        Assert.Equal(2, SequenceBlock.Divide([Of(200), Of(200)], threads: 2).Count);

    [Fact]
    public void Nothing_makes_no_block() => Assert.Empty(SequenceBlock.Divide([], threads: 2));

    private static TokenSequence Of(int length) => new(new int[length], length);
}
