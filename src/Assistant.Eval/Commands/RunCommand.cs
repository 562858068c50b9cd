using System.CommandLine;
using Assistant.Core.Configuration;
using Assistant.Eval.Comparison;
using Assistant.Eval.Reporting;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Commands;

/// <summary><c>run</c>: asks a suite's questions and reports.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var suite = new Argument<string>("suite") { Description = "The suite's folder." };
        var limit = new Option<int?>("--limit") { Description = "Ask only n questions, chosen by hash of id." };
        var split = new Option<string?>("--split") { Description = "Ask only the questions of one split." };
        split.AcceptOnlyFromAmong("dev", "test");
        var report = new Option<string?>("--report") { Description = "Write an HTML report here." };
        var json = new Option<string?>("--json") { Description = "Write the run here, for compare and --baseline." };
        var baseline = new Option<string?>("--baseline") { Description = "A run to compare with; a significant drop exits 1." };
        var resume = new Option<bool>("--resume") { Description = "Go on with the run that was interrupted." };
        var threshold = new Option<double?>("--threshold") { Description = "Least confidence that is answered, 0 to 1." };
        var data = new Option<string?>("--data") { Description = "Folder for the index (default: ASSISTANT_DATA)." };
        Argument<string>[] arguments = [suite];
        Option[] options = [limit, split, report, json, baseline, resume, threshold, data];
        var command = new Command("run", "Asks a suite's questions and reports.");
        foreach (var argument in arguments) command.Arguments.Add(argument);
        foreach (var option in options) command.Options.Add(option);
        limit.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--limit must be at least 1.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SuiteRunRequest
            {
                SuitePath = parsed.GetRequiredValue(suite),
                Limit = parsed.GetValue(limit),
                Split = parsed.GetValue(split),
                Threshold = parsed.GetValue(threshold),
                IsResumed = parsed.GetValue(resume),
                DataFolder = DataFolder.Open(parsed.GetValue(data)),
            },
            new RunOutputs(parsed.GetValue(report), parsed.GetValue(json), parsed.GetValue(baseline)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SuiteRunRequest request, RunOutputs outputs, CancellationToken cancellationToken)
    {
        var baseline = outputs.Baseline is null ? null : await RunJson.LoadAsync(outputs.Baseline, cancellationToken);
        var run = await SuiteRun.ExecuteAsync(request, TimeProvider.System, cancellationToken);
        if (outputs.Json is not null) await RunJson.SaveAsync(run, outputs.Json, CancellationToken.None);
        if (run.IsComplete && baseline is not null)
            return await FinishAsync(run, baseline, outputs, RunComparer.Compare(baseline, run, BootstrapOptions.Default));
        return await FinishAsync(run, null, outputs, null);
    }

    private static async Task<int> FinishAsync(
        RunResult run, RunResult? baseline, RunOutputs outputs, SuiteComparison? comparison)
    {
        if (outputs.Report is not null)
        {
            var page = HtmlReport.Render(run, baseline, BootstrapOptions.Default);
            await File.WriteAllTextAsync(outputs.Report, page, CancellationToken.None);
        }

        var text = comparison is null ? RunSummary.Render(run, BootstrapOptions.Default) : ComparisonText.Render(comparison);
        await System.Console.Out.WriteAsync(text);
        if (!run.IsComplete) await System.Console.Error.WriteLineAsync("Interrupted: --resume goes on from here.");
        var isMeasured = run.Rows.All(static row => row.IsMeasured);
        return run.IsComplete && isMeasured && comparison is null or { Passes: true } ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Where results go, and what they are compared with.</summary>
    private sealed record RunOutputs(string? Report, string? Json, string? Baseline);
}
