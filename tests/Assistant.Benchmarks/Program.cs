using Assistant.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["--quick"])
{
    QuickRun.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
