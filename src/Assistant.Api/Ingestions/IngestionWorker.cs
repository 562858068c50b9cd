using Assistant.Api.Articles;
using Assistant.Api.Problems;
using Assistant.Core;
using Assistant.Core.Ingestion;
using Assistant.Core.Observability;

namespace Assistant.Api.Ingestions;

/// <summary>Runs the queued ingestions, one after the other.</summary>
internal sealed partial class IngestionWorker(
    IngestionQueue queue, IndexWriting writing, ILogger<IngestionWorker> logger) : BackgroundService
{
    private const string Root = "upload";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var job in queue.Waiting.ReadAllAsync(stoppingToken)) await RunAsync(job, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server shuts down; a job that was running has been told.
        }
    }

    private async Task RunAsync(QueuedIngestion job, CancellationToken cancellationToken)
    {
        using var stage = AssistantTelemetry.Begin("ingest");
        try
        {
            job.Begin();
            var options = new IngestionOptions { Root = Root, IsTemporary = !job.Upload.IsUrl, Key = job.Upload.Key, Title = job.Upload.Title };
            var path = job.Upload.IsUrl ? job.Upload.FileName : job.Upload.Folder;
            var result = await writing.RunAsync(
                writer => writer.Ingestion.IngestAsync([path], options, job, cancellationToken), cancellationToken);
            job.Complete(WithoutPaths(result, job.Upload));
            stage.Tag("passages", result.Embedded);
            AssistantTelemetry.CountPassages(result.Embedded);
            foreach (var outcome in result.Items.GroupBy(static item => item.Outcome))
                AssistantTelemetry.CountArticles(AssistantJson.NameOf(outcome.Key), outcome.Count());
            LogIngested(logger, job.Id, result.Added, result.Updated, result.Refused);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            job.Fail(Problem.IndexUnavailable("The server is shutting down; send the article again."));
            throw;
        }
#pragma warning disable CA1031 // One job that fails, for whatever reason, must not end the jobs after it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception, job.Id);
            job.Fail(ProblemMapper.ToProblem(exception, isAborted: false));
        }
        finally
        {
            job.Upload.Delete();
        }
    }

    /// <summary>The rows under the name that the client knows, not under the server's path; lines of a file keep their number.</summary>
    private static IngestionResult WithoutPaths(IngestionResult result, Upload upload) => upload.IsUrl
        ? result
        : result with { Items = [.. result.Items.Select(item => item with { Path = upload.FileName + LineOf(item.Path, upload.FileName) })] };

    private static string LineOf(string path, string fileName)
    {
        var start = path.LastIndexOf(fileName, StringComparison.Ordinal);
        return start < 0 ? string.Empty : path[(start + fileName.Length)..];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ingestion {Job}: {Added} added, {Updated} updated, {Refused} refused")]
    private static partial void LogIngested(ILogger logger, string job, int added, int updated, int refused);

    [LoggerMessage(Level = LogLevel.Error, Message = "Ingestion {Job} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string job);
}
