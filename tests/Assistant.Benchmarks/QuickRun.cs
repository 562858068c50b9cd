using System.Diagnostics;
using System.Globalization;
using Assistant.Inference.Kernels;

namespace Assistant.Benchmarks;

/// <summary>Matrix product and encoder and their ratio in one run of some seconds, interleaved so that noise hits both.</summary>
/// <remarks>On a busy machine only the second ratio, by processor time, means anything.</remarks>
internal static class QuickRun
{
    private const int Rounds = 8;
    private const int PassagesPerThread = 4;
    private const double ProductSeconds = 0.2;

    public static void Print()
    {
        Line($"tile {MatrixTile.Best.Rows} x {MatrixTile.Best.Columns}, best of {Rounds} rounds");
        foreach (int threads in new[] { 1, 2 })
        {
            var embedding = new EmbeddingWork(threads);
            ProductWork[] products = [.. Enumerable.Range(0, threads).Select(_ => new ProductWork())];
            EmbedPassages(embedding, threads);
            Rate product = Rate.None;
            Rate passages = Rate.None;
            for (int round = 0; round < Rounds; round++)
            {
                product = product.Best(Rate.Measure(threads, () => Multiply(products)));
                passages = passages.Best(Rate.Measure(threads, () => EmbedPassages(embedding, threads)));
            }

            Print(threads, product, passages);
        }
    }

    private static void Print(int threads, Rate product, Rate passages)
    {
        const double Giga = 1e9;
        double reached = passages.PerSecond * EmbeddingWork.OperationsPerPassage;
        double reachedBusy = passages.PerBusySecond * EmbeddingWork.OperationsPerPassage;
        Line($"{threads} thread(s), by the clock: matrix product {product.PerSecond / Giga:F1} GFLOP/s");
        Line($"  {passages.PerSecond:F1} passages of 200 tokens a second, ratio {reached / product.PerSecond:F2}");
        Line($"{threads} thread(s), by processor time: matrix product {product.PerBusySecond / Giga:F1} GFLOP/s");
        Line($"  {passages.PerBusySecond:F1} passages of 200 tokens a second, ratio {reachedBusy / product.PerBusySecond:F2}");
    }

    /// <summary>Operations done by all threads.</summary>
    private static double Multiply(ProductWork[] products)
    {
        double[] operations = new double[products.Length];
        Thread[] workers = [.. products.Select((product, index) => new Thread(() => operations[index] = Multiply(product)))];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        return operations.Sum();
    }

    private static double Multiply(ProductWork product)
    {
        var watch = Stopwatch.StartNew();
        double operations = 0;
        while (watch.Elapsed.TotalSeconds < ProductSeconds)
        {
            product.Run();
            operations += product.Operations;
        }

        return operations;
    }

    private static double EmbedPassages(EmbeddingWork embedding, int threads)
    {
        embedding.Run(PassagesPerThread * threads);
        return PassagesPerThread * threads;
    }

    private static void Line(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
