using BenchmarkDotNet.Attributes;

namespace Assistant.Benchmarks;

/// <summary>Time for each passage of 200 tokens in a batch of 16.</summary>
[InProcess]
public class EmbeddingBenchmark
{
    private const int Passages = 16;

    private EmbeddingWork? _work;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Load() => _work = new EmbeddingWork(Threads);

    [Benchmark(OperationsPerInvoke = Passages)]
    public void EmbedPassage() => _work!.Run(Passages);
}
