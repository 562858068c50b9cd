using Assistant.Core.Indexing;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Runs a rebuild with a progress bar on stderr; silent when that is not a terminal.</summary>
internal static class RebuildProgressBar
{
    /// <summary>Runs the rebuild.</summary>
    public static Task<IndexRebuildResult> RunAsync(Func<IProgress<IndexRebuildProgress>?, Task<IndexRebuildResult>> rebuild)
    {
        var console = Terminal.OpenError();
        if (!console.Profile.Capabilities.Interactive) return rebuild(null);
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => rebuild(new Reporter(context.AddTask("Embedding"))));
    }

    private sealed class Reporter(ProgressTask bar) : IProgress<IndexRebuildProgress>
    {
        public void Report(IndexRebuildProgress value)
        {
            bar.MaxValue = Math.Max(1, value.RevisionsTotal);
            bar.Value = value.RevisionsDone;
        }
    }
}
