using Assistant.Eval.Metrics;

namespace Assistant.Eval.Statistics;

/// <summary>How well a model that never saw a suite does on it.</summary>
/// <param name="Suite">The suite left out.</param>
/// <param name="Questions">Its samples.</param>
/// <param name="AreaUnderRoc">Of the event; null if it has no positive or no negative sample.</param>
/// <param name="CalibrationError">Expected calibration error, 10 bins of equal mass.</param>
/// <param name="RiskCoverageArea">Area under the risk–coverage curve.</param>
/// <param name="Model">Fitted on the other suites.</param>
internal sealed record LeftOutSuite(
    string Suite,
    int Questions,
    double? AreaUnderRoc,
    double? CalibrationError,
    double? RiskCoverageArea,
    LogisticModel Model);

/// <summary>Cross-validation by suite: the honest figure for articles and questions of a kind not seen.</summary>
/// <remarks>
/// Leave-one-domain-out, as in Gulrajani, Lopez-Paz, "In search of lost domain generalization", ICLR 2021.
/// </remarks>
internal static class LeaveOneSuiteOut
{
    /// <summary>Fits on all suites but one, weighted equally, and scores the one; for each.</summary>
    /// <returns>By ordinal order of the suite's name.</returns>
    /// <exception cref="ArgumentException">Fewer than two suites, or the others cannot be fitted.</exception>
    public static IReadOnlyList<LeftOutSuite> Evaluate(IReadOnlyList<LogisticSample> samples, double l2 = 1e-3)
    {
        string[] suites = [.. samples.Select(sample => sample.Suite).Distinct().Order(StringComparer.Ordinal)];
        if (suites.Length < 2)
            throw new ArgumentException("At least two suites are needed to leave one out.", nameof(samples));
        return [.. suites.Select(suite => Evaluate(samples, suite, l2))];
    }

    private static LeftOutSuite Evaluate(IReadOnlyList<LogisticSample> samples, string suite, double l2)
    {
        LogisticSample[] others = [.. samples.Where(sample => sample.Suite != suite)];
        LogisticModel model = LogisticRegression.Fit(LogisticSample.WeighSuitesEqually(others), l2);
        ScoredOutcome[] outcomes = [.. samples
            .Where(sample => sample.Suite == suite)
            .Select(sample => new ScoredOutcome(model.Probability(sample.Features), sample.IsPositive))];
        return new(
            suite,
            outcomes.Length,
            Metrics.AreaUnderRoc.Score(outcomes),
            ExpectedCalibrationError.Score(outcomes),
            RiskCoverageCurve.Area(outcomes),
            model);
    }
}
