using System.Diagnostics;
using System.Globalization;
using Assistant.Inference.Kernels;

namespace Assistant.Benchmarks;

/// <summary>Both figures and their ratio in one run of some seconds, interleaved so that noise hits both alike.</summary>
internal static class QuickRun
{
    private const int Rounds = 5;
    private const double ProductSeconds = 0.3;

    public static void Print()
    {
        Line($"tile {MatrixTile.Best.Rows} x {MatrixTile.Best.Columns}, best of {Rounds} rounds");
        foreach (int threads in new[] { 1, 2 })
        {
            var embedding = new EmbeddingWork(threads);
            ProductWork[] products = [.. Enumerable.Range(0, threads).Select(_ => new ProductWork())];
            embedding.Run(8 * threads);
            double peak = 0;
            double passages = 0;
            for (int round = 0; round < Rounds; round++)
            {
                peak = Math.Max(peak, MeasureProduct(products));
                passages = Math.Max(passages, MeasurePassages(embedding, 8 * threads));
            }

            double reached = passages * EmbeddingWork.OperationsPerPassage;
            Line($"{threads} thread(s): matrix product {peak / 1e9:F1} GFLOP/s");
            Line($"  {passages:F1} passages of 200 tokens a second = {reached / 1e9:F1} GFLOP/s, ratio {reached / peak:F2}");
        }
    }

    private static double MeasureProduct(ProductWork[] products)
    {
        double[] rates = new double[products.Length];
        Thread[] workers = [.. products.Select((product, index) => new Thread(() => rates[index] = Rate(product)))];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        return rates.Sum();
    }

    private static double Rate(ProductWork product)
    {
        var watch = Stopwatch.StartNew();
        long runs = 0;
        while (watch.Elapsed.TotalSeconds < ProductSeconds)
        {
            product.Run();
            runs++;
        }

        return runs * product.Operations / watch.Elapsed.TotalSeconds;
    }

    private static double MeasurePassages(EmbeddingWork embedding, int passages)
    {
        var watch = Stopwatch.StartNew();
        embedding.Run(passages);
        return passages / watch.Elapsed.TotalSeconds;
    }

    private static void Line(FormattableString text) => System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
