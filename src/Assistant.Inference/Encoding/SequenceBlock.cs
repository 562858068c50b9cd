namespace Assistant.Inference.Encoding;

/// <summary>Sequences that go through the encoder together.</summary>
/// <param name="Indexes">Their positions in the input; parallel to the sequences.</param>
/// <param name="Sequences">Of similar length.</param>
internal sealed record SequenceBlock(int[] Indexes, TokenSequence[] Sequences)
{
    /// <summary>Tokens of a block at most, unless one sequence alone is longer.</summary>
    /// <remarks>More would make no better use of the weights, and would take the hidden states out of the caches.</remarks>
    public const int TokenLimit = 512;

    /// <summary>Divides sequences into blocks, longest first, so small that each thread can have one.</summary>
    public static List<SequenceBlock> Divide(IReadOnlyList<TokenSequence> sequences, int threads)
    {
        int total = sequences.Sum(sequence => sequence.Length);
        int limit = Math.Min(TokenLimit, (total + threads - 1) / threads);
        List<SequenceBlock> blocks = [];
        List<int> indexes = [];
        int tokens = 0;
        foreach (int index in Enumerable.Range(0, sequences.Count).OrderByDescending(index => sequences[index].Length))
        {
            int length = sequences[index].Length;
            if (indexes.Count > 0 && tokens + length > limit)
            {
                blocks.Add(Of(indexes, sequences));
                indexes.Clear();
                tokens = 0;
            }

            indexes.Add(index);
            tokens += length;
        }

        if (indexes.Count > 0) blocks.Add(Of(indexes, sequences));
        return blocks;
    }

    private static SequenceBlock Of(List<int> indexes, IReadOnlyList<TokenSequence> sequences) =>
        new([.. indexes], [.. indexes.Select(index => sequences[index])]);
}
