using System.CommandLine;
using Assistant.Eval.Comparison;
using Assistant.Eval.Reporting;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Commands;

/// <summary><c>compare</c>: lays two runs of a suite side by side and gates.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var baseline = new Argument<string>("baseline") { Description = "The run before, as written by run --json." };
        var candidate = new Argument<string>("candidate") { Description = "The run after." };
        var report = new Option<string?>("--report") { Description = "Write an HTML report here." };
        var command = new Command("compare", "Compares two runs; exits 1 on a significant drop or unmeasured questions.")
        {
            baseline, candidate, report,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var before = await RunJson.LoadAsync(parsed.GetRequiredValue(baseline), cancellationToken);
            var after = await RunJson.LoadAsync(parsed.GetRequiredValue(candidate), cancellationToken);
            var comparison = RunComparer.Compare(before, after, BootstrapOptions.Default);
            await System.Console.Out.WriteAsync(ComparisonText.Render(comparison));
            if (parsed.GetValue(report) is { } path)
                await File.WriteAllTextAsync(path, HtmlReport.Render(after, before, BootstrapOptions.Default), cancellationToken);
            return comparison.Passes ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
