using BenchmarkDotNet.Attributes;

namespace Assistant.Benchmarks;

/// <summary>Time of the bare matrix product on one thread; 192 · 384 · panel columns multiply-adds.</summary>
[InProcess]
public class ProductBenchmark
{
    private readonly ProductWork _work = new();

    [Benchmark]
    public void Multiply() => _work.Run();
}
