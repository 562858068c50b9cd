using Assistant.Core.Ingestion;
using Spectre.Console;

namespace Assistant.Console.Rendering;

/// <summary>Runs an ingestion with a progress bar on stderr; silent when that is not a terminal.</summary>
internal static class IngestionProgressBar
{
    /// <summary>Runs the ingestion.</summary>
    public static Task<IngestionResult> RunAsync(
        IngestionPipeline pipeline, IReadOnlyList<string> paths, IngestionOptions options, CancellationToken cancellationToken)
    {
        var console = Terminal.OpenError();
        if (!console.Profile.Capabilities.Interactive) return pipeline.IngestAsync(paths, options, null, cancellationToken);
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Reading articles");
                return pipeline.IngestAsync(paths, options, new Reporter(bar), cancellationToken);
            });
    }

    private sealed class Reporter(ProgressTask bar) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value)
        {
            bar.MaxValue = Math.Max(1, value.FilesTotal);
            bar.Value = value.FilesDone;
        }
    }
}
