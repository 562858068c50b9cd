using Assistant.Core.Indexing;
using BenchmarkDotNet.Attributes;

namespace Assistant.Benchmarks;

/// <summary>Time to score every passage of a large index against one query, on one thread: bound by memory.</summary>
public class DenseScanBenchmark
{
    private const int Rows = 100_000;
    private const int Dimension = 384;

    private readonly VectorBlock _block = new(Fill(Rows * Dimension), Dimension);
    private readonly float[] _query = Fill(Dimension);

    [Benchmark]
    public float Scan()
    {
        var best = float.NegativeInfinity;
        for (var row = 0; row < Rows; row++)
            best = Math.Max(best, _block.Cosine(row, _query));
        return best;
    }

    private static float[] Fill(int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = MathF.Sin(i) / Dimension;
        return values;
    }
}
