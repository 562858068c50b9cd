using System.Runtime.CompilerServices;

namespace Assistant.Core.Indexing;

/// <summary>For each term the passages that hold it: what BM25 needs of all passages that can be searched.</summary>
/// <remarks>Immutable, thread-safe. Terms are known by their number in the index.</remarks>
internal sealed class Postings
{
    /// <summary>[largest term + 2]: term t's postings are [starts[t], starts[t + 1]).</summary>
    private readonly int[] _starts;

    /// <summary>[postings], the passage's row.</summary>
    private readonly int[] _rows;

    /// <summary>[postings], how often the passage holds the term; more than 65,535 count as so many.</summary>
    private readonly ushort[] _counts;

    private readonly int[] _lengths;
    private readonly double _averageLength;

    /// <param name="largestTerm">The largest term number.</param>
    /// <param name="lengths">[rows], each passage's length in terms; owned by this from here on.</param>
    /// <param name="encoded">All passages' <see cref="TermCounts"/>, one after the other by row.</param>
    /// <param name="ends">[rows], where each passage's part of <paramref name="encoded"/> ends.</param>
    public Postings(int largestTerm, int[] lengths, ReadOnlySpan<byte> encoded, ReadOnlySpan<int> ends)
    {
        _lengths = lengths;
        _averageLength = lengths.Length == 0 ? 0 : lengths.Average();
        _starts = new int[largestTerm + 2];
        Count(encoded, ends);
        _rows = new int[_starts[^1]];
        _counts = new ushort[_starts[^1]];
        Fill(encoded, ends);
    }

    /// <summary>Adds the BM25 score of each row to <paramref name="scores"/> [rows]; what no term matches stays 0.</summary>
    /// <param name="terms">The query's terms; a term that is named twice counts twice.</param>
    /// <param name="scores">[rows], all 0.</param>
    public void Score(IReadOnlyList<int> terms, Span<double> scores)
    {
        foreach (var term in terms)
        {
            var (start, end) = (_starts[term], _starts[term + 1]);
            var idf = Bm25.Idf(_lengths.Length, end - start);
            for (var i = start; i < end; i++)
                scores[_rows[i]] += idf * Bm25.Saturate(_counts[i], _lengths[_rows[i]], _averageLength);
        }
    }

    // These two run once, over millions of pairs: too short to be compiled again while they run.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<byte> encoded, ReadOnlySpan<int> ends)
    {
        var start = 0;
        foreach (var end in ends)
        {
            var pairs = TermCounts.Decode(encoded[start..end]);
            while (pairs.Next())
                _starts[pairs.Term + 1]++;
            start = end;
        }

        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<byte> encoded, ReadOnlySpan<int> ends)
    {
        var next = _starts.AsSpan().ToArray();
        var start = 0;
        for (var row = 0; row < ends.Length; row++)
        {
            var pairs = TermCounts.Decode(encoded[start..ends[row]]);
            while (pairs.Next())
            {
                var position = next[pairs.Term]++;
                _rows[position] = row;
                _counts[position] = (ushort)Math.Min(pairs.Count, ushort.MaxValue);
            }

            start = ends[row];
        }
    }
}
