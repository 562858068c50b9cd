using Assistant.Core.Answering;
using Assistant.Eval.Metrics;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Running;

/// <summary>The answer probability fitted on the rows of runs.</summary>
/// <param name="Calibration">What the product reads.</param>
/// <param name="LeftOut">How a model fitted on the other suites does on each; empty for a single suite.</param>
internal sealed record CalibrationFit(Calibration Calibration, IReadOnlyList<LeftOutSuite> LeftOut)
{
    private const int Digits = 4;
    private const double Step = 0.01;

    /// <summary>Fits on the questions whose best quote can be judged; for an unanswerable one no quote answers.</summary>
    /// <param name="runs">A run a suite; more runs of one suite count as one suite.</param>
    /// <param name="split">Of suites that are split, take only this one; null for all.</param>
    /// <param name="features">Features to fit on; empty for all that the rows have.</param>
    /// <exception cref="InvalidDataException">Nothing can be fitted.</exception>
    public static CalibrationFit Of(IReadOnlyList<RunResult> runs, string? split, IReadOnlyList<string> features)
    {
        var rows = runs.SelectMany(run => run.Rows.Select(row => (run.Suite, Row: row)))
            .Where(item => split is null || item.Row.Split is null || item.Row.Split == split)
            .Where(static item => item.Row is { IsMeasured: true, IsReportedApart: false } && item.Row.Features.Count > 0)
            .ToList();
        IReadOnlyList<string> names = features.Count > 0
            ? features
            : [.. AnswerFeatures.Names.Where(name => rows.TrueForAll(item => item.Row.Features.ContainsKey(name)))];
        var samples = rows
            .Select(item => (item.Suite, item.Row, IsPositive: Event(item.Row)))
            .Where(static item => item.IsPositive is not null)
            .Select(item => new LogisticSample(item.Suite, [.. names.Select(name => Feature(item.Row, name))], item.IsPositive!.Value))
            .ToList();
        if (samples.DistinctBy(static sample => sample.IsPositive).Count() < 2)
            throw new InvalidDataException("The runs have no question whose quote answers, or none whose quote does not.");
        return Fit(samples, names, runs);
    }

    private static CalibrationFit Fit(
        List<LogisticSample> samples, IReadOnlyList<string> names, IReadOnlyList<RunResult> runs)
    {
        var weighted = LogisticSample.WeighSuitesEqually(samples);
        var model = LogisticRegression.Fit(weighted);
        var suites = samples.CountBy(static sample => sample.Suite).OrderBy(static suite => suite.Key, StringComparer.Ordinal);
        var calibration = new Calibration
        {
            Weights = names.Zip(model.Coefficients).ToDictionary(static pair => pair.First, static pair => Math.Round(pair.Second, Digits)),
            Intercept = Math.Round(model.Intercept, Digits),
            Threshold = Threshold(model, weighted),
            FittedOn = string.Join(", ", suites.Select(static suite => $"{suite.Key} ({suite.Value} questions)")) + ", weighted equally",
        };
        return new CalibrationFit(calibration, runs.DistinctBy(static run => run.Suite).Count() > 1 ? LeaveOneSuiteOut.Evaluate(samples) : []);
    }

    /// <summary>Whether the best quote answers; null when that cannot be judged.</summary>
    private static bool? Event(QuestionResult row)
    {
        if (!row.Answerable) return false;
        return row.Metrics.TryGetValue(MetricName.TopQuoteHit, out var hit) ? hit > 0 : null;
    }

    private static double Feature(QuestionResult row, string name) => row.Features.TryGetValue(name, out var value)
        ? value
        : throw new InvalidDataException($"The runs have no feature '{name}'.");

    /// <summary>
    /// The threshold with the highest balanced accuracy: refusing wrongly weighs as much as answering wrongly. Of many
    /// that do equally well, the middle one.
    /// </summary>
    private static double Threshold(LogisticModel model, IReadOnlyList<LogisticSample> samples)
    {
        var scored = samples.Select(sample => (sample.IsPositive, sample.Weight, Probability: model.Probability(sample.Features))).ToList();
        var positives = scored.Where(static item => item.IsPositive).Sum(static item => item.Weight);
        var negatives = scored.Where(static item => !item.IsPositive).Sum(static item => item.Weight);
        var candidates = Enumerable.Range(1, 99).Select(static step => step * Step).Select(threshold => (
            Threshold: threshold,
            Balance: (scored.Where(item => item.IsPositive && item.Probability >= threshold).Sum(static item => item.Weight) / positives)
                + (scored.Where(item => !item.IsPositive && item.Probability < threshold).Sum(static item => item.Weight) / negatives))).ToList();
        var best = candidates.Max(static candidate => candidate.Balance) - 1e-9;
        var tied = candidates.Where(candidate => candidate.Balance >= best).ToList();
        return Math.Round(tied[tied.Count / 2].Threshold, Digits);
    }
}
