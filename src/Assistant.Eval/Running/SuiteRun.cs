using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Core.Ingestion;
using Assistant.Eval.Suites;

namespace Assistant.Eval.Running;

/// <summary>START HERE: loads a suite, indexes it, asks its questions, and keeps the rows as they come.</summary>
internal static class SuiteRun
{
    /// <summary>Runs a suite with the product as it is configured.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">While questions are asked, ends the run early with the rows so far.</param>
    public static async Task<RunResult> ExecuteAsync(
        SuiteRunRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        var suite = await SuiteLoader.LoadAsync(request.SuitePath, cancellationToken);
        var questions = suite.Select(request.Limit, request.Split);
        if (questions.Count == 0) throw new InvalidDataException($"The suite '{suite.Name}' has no such questions.");
        var options = OptionsOf(request);
        await using var workspace = await SuiteWorkspace.OpenAsync(suite, request.DataFolder, options, clock, cancellationToken);
        var chunker = new Chunker(workspace.Embeddings.Tokenizer);
        await ProgressLine.ShowAsync($"Indexing {suite.Name}", suite.Documents.Count, progress =>
            new SuiteIndexer(workspace, chunker).IndexAsync(suite, progress, cancellationToken));

        var header = new RunHeader(suite.Name, suite.Hash, ProductSystem.Fingerprint(workspace), request.Options(options.Index.Kind));
        var system = await ProductSystem.OfAsync(workspace, chunker, cancellationToken);
        await using var partial = await PartialRun.OpenAsync(
            Path.ChangeExtension(workspace.IndexPath, ".run.jsonl"), header, request.IsResumed, cancellationToken);
        RunResult? run = null;
        await ProgressLine.ShowAsync($"Asking {suite.Name}", questions.Count, async progress =>
            run = await new SuiteRunner(suite, system, clock).RunAsync(questions, header, partial, progress, cancellationToken));
        return run!;
    }

    private static AssistantOptions OptionsOf(SuiteRunRequest request)
    {
        var options = AssistantConfiguration.Load(request.DataFolder, new Dictionary<string, string?>()).Options;
        if (request.Threshold is { } threshold) options.Answering.Threshold = threshold;
        return options;
    }
}
