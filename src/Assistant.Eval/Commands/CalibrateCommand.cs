using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Assistant.Core;
using Assistant.Core.Configuration;
using Assistant.Eval.Running;

namespace Assistant.Eval.Commands;

/// <summary><c>calibrate</c>: fits the answer probability and writes the coefficients that the product reads.</summary>
internal static class CalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var inputs = new Argument<string[]>("suite-or-run")
        {
            Description = "Suites' folders, or runs as written by run --json.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out") { Description = "Where the coefficients go.", DefaultValueFactory = static _ => "calibration.json" };
        var split = new Option<string?>("--split") { Description = "Fit suites that are split on one split only." };
        split.AcceptOnlyFromAmong("dev", "test");
        var features = new Option<string[]>("--features")
        {
            Description = "Fit on these features only (default: all that the runs have).",
            AllowMultipleArgumentsPerToken = true,
        };
        var data = new Option<string?>("--data") { Description = "Folder for the index (default: ASSISTANT_DATA)." };
        var command = new Command("calibrate", "Fits the answer probability, each suite weighted equally.")
        {
            inputs, output, split, features, data,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var runs = new List<RunResult>();
            foreach (var input in parsed.GetRequiredValue(inputs))
                runs.Add(await RunOfAsync(input, DataFolder.Open(parsed.GetValue(data)), cancellationToken));
            var fit = CalibrationFit.Of(runs, parsed.GetValue(split), parsed.GetValue(features) ?? []);
            await System.Console.Out.WriteAsync(Describe(fit));
            var json = JsonSerializer.Serialize(fit.Calibration, AssistantJson.Indented);
            await File.WriteAllTextAsync(parsed.GetRequiredValue(output), json + "\n", cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<RunResult> RunOfAsync(string input, string dataFolder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(input)) return await RunJson.LoadAsync(input, cancellationToken);
        var run = await SuiteRun.ExecuteAsync(
            new SuiteRunRequest { SuitePath = input, DataFolder = dataFolder }, TimeProvider.System, cancellationToken);
        return run.IsComplete ? run : throw new OperationCanceledException("Interrupted: nothing was fitted.", cancellationToken);
    }

    private static string Describe(CalibrationFit fit)
    {
        var lines = new List<string> { "left out         n    AUROC   ECE    AURC   (fitted on the other suites)" };
        lines.AddRange(fit.LeftOut.Select(static suite => string.Create(
            CultureInfo.InvariantCulture,
            $"{suite.Suite,-12} {suite.Questions,5}   {suite.AreaUnderRoc,5:0.000}  {suite.CalibrationError,5:0.000}  {suite.RiskCoverageArea,5:0.000}")));
        lines.AddRange(fit.Calibration.Weights.Select(static weight => string.Create(
            CultureInfo.InvariantCulture, $"{weight.Key,-16} {weight.Value:0.0000}")));
        lines.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"intercept        {fit.Calibration.Intercept:0.0000}\nthreshold        {fit.Calibration.Threshold:0.00}"));
        return string.Join('\n', lines) + "\n";
    }
}
