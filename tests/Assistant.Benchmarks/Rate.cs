using System.Diagnostics;

namespace Assistant.Benchmarks;

/// <summary>How fast something went.</summary>
/// <param name="PerSecond">By the clock.</param>
/// <param name="PerBusySecond">By the processor time of this process, as if all threads had run undisturbed.</param>
internal sealed record Rate(double PerSecond, double PerBusySecond)
{
    public static Rate None { get; } = new(0, 0);

    /// <summary>Runs something that reports how much it did.</summary>
    public static Rate Measure(int threads, Func<double> run)
    {
        TimeSpan busy = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        double amount = run();
        double busySeconds = (Environment.CpuUsage.TotalTime - busy).TotalSeconds / threads;
        return new Rate(amount / watch.Elapsed.TotalSeconds, amount / busySeconds);
    }

    /// <summary>The better of both figures each.</summary>
    public Rate Best(Rate other) =>
        new(Math.Max(PerSecond, other.PerSecond), Math.Max(PerBusySecond, other.PerBusySecond));
}
