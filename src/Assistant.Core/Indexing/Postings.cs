namespace Assistant.Core.Indexing;

/// <summary>For each term the passages that hold it: what BM25 needs of all passages that can be searched.</summary>
/// <remarks>Immutable, thread-safe.</remarks>
internal sealed class Postings
{
    private readonly IReadOnlyDictionary<string, int> _numbers;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly ushort[] _counts;
    private readonly int[] _lengths;
    private readonly double _averageLength;

    /// <param name="numbers">Term numbers by term, each above 0.</param>
    /// <param name="lengths">[rows], each passage's length in terms.</param>
    /// <param name="encoded">All passages' <see cref="TermCounts"/>, one after the other by row.</param>
    /// <param name="ends">[rows], where each passage's part of <paramref name="encoded"/> ends.</param>
    public Postings(
        IReadOnlyDictionary<string, int> numbers, int[] lengths, ReadOnlySpan<byte> encoded, ReadOnlySpan<int> ends)
    {
        _numbers = numbers;
        _lengths = lengths;
        _averageLength = lengths.Length == 0 ? 0 : lengths.Average();
        // Counted first, then filled: [largest number + 2], so that term t's postings are [starts[t], starts[t + 1]).
        _starts = new int[numbers.Count == 0 ? 2 : numbers.Values.Max() + 2];
        Walk(encoded, ends, (term, _, _) => _starts[term + 1]++);
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];

        _rows = new int[_starts[^1]];
        _counts = new ushort[_starts[^1]];
        var next = _starts.AsSpan().ToArray();
        Walk(encoded, ends, (term, row, count) =>
        {
            var position = next[term]++;
            _rows[position] = row;
            _counts[position] = (ushort)Math.Min(count, ushort.MaxValue);
        });
    }

    /// <summary>Adds the BM25 score of each row to <paramref name="scores"/> [rows]; what no term matches stays 0.</summary>
    /// <param name="terms">The query's terms; a term that is named twice counts twice.</param>
    /// <param name="scores">[rows], all 0.</param>
    public void Score(IEnumerable<string> terms, Span<double> scores)
    {
        foreach (var term in terms)
        {
            if (!_numbers.TryGetValue(term, out var number))
                continue;
            var (start, end) = (_starts[number], _starts[number + 1]);
            var idf = Bm25.Idf(_lengths.Length, end - start);
            for (var i = start; i < end; i++)
                scores[_rows[i]] += idf * Bm25.Saturate(_counts[i], _lengths[_rows[i]], _averageLength);
        }
    }

    private static void Walk(ReadOnlySpan<byte> encoded, ReadOnlySpan<int> ends, Action<int, int, int> visit)
    {
        var start = 0;
        for (var row = 0; row < ends.Length; row++)
        {
            var pairs = TermCounts.Decode(encoded[start..ends[row]]);
            while (pairs.Next())
                visit(pairs.Term, row, pairs.Count);
            start = ends[row];
        }
    }
}
