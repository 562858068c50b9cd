using Assistant.Core;
using Assistant.Eval.Comparison;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>Risk–coverage and calibration, of the run and of its baseline.</summary>
internal static class PlotSection
{
    private const int MostPoints = 240;

    /// <summary>Both plots; nothing when no question judges quotes.</summary>
    public static Html Of(RunResult run, RunResult? baseline)
    {
        var outcomes = Outcomes(run);
        if (outcomes.Count == 0) return Html.None;
        var earlier = baseline is null ? [] : Outcomes(baseline);
        return Html.Of($"""
            <section><h2>Can the confidence be trusted?</h2><div class="plots">
            <figure>{RiskCoverage(run, outcomes, earlier)}<figcaption>Risk–coverage: answering the surest questions first, what share is wrong. Lower is better; the dot is where the gate stands.{Legend(earlier)}</figcaption></figure>
            <figure>{Calibration(outcomes, earlier)}<figcaption>Calibration: of the answers given a confidence, how many were right; ten bins of equal size. On the diagonal is honest.{Legend(earlier)}</figcaption></figure>
            </div></section>
            """);
    }

    private static IReadOnlyList<ScoredOutcome> Outcomes(RunResult run) =>
        RunTotals.FirstQuotes([.. run.Rows.Where(static row => row.IsMeasured)]);

    private static Html Legend(IReadOnlyList<ScoredOutcome> earlier) => earlier.Count == 0
        ? Html.None
        : Html.Of($" <span class=\"legend\"><i class=\"now\"></i>this run <i class=\"then\"></i>baseline</span>");

    private static Html RiskCoverage(
        RunResult run, IReadOnlyList<ScoredOutcome> outcomes, IReadOnlyList<ScoredOutcome> earlier)
    {
        var points = RiskCoverageCurve.Points(outcomes);
        var before = RiskCoverageCurve.Points(earlier);
        var highest = points.Concat(before).Max(static point => point.Risk);
        var plot = new Plot("Risk–coverage curve", "share of questions answered", "share answered wrongly", Top(highest));
        if (before.Count > 0) plot.AddLine(Thin(before), "then");
        plot.AddLine(Thin(points), "now");
        if (Gate(run, points) is { } gate)
            plot.AddDot(gate.Coverage, gate.Risk, "now", $"the gate: {gate.Coverage:P0} answered, {gate.Risk:P1} of them wrongly");
        return plot.Render();
    }

    /// <summary>The curve's point at the least confidence that was answered.</summary>
    private static RiskCoveragePoint? Gate(RunResult run, IReadOnlyList<RiskCoveragePoint> points)
    {
        var answered = run.Rows.Where(static row => row.Status == AnswerStatus.Answered && row.Confidence is not null).ToList();
        return answered.Count == 0
            ? null
            : points.LastOrDefault(point => point.Threshold >= answered.Min(static row => row.Confidence!.Value));
    }

    private static double Top(double highest) => Math.Clamp(Math.Ceiling(highest * 10) / 10, 0.1, 1);

    private static IEnumerable<(double X, double Y)> Thin(IReadOnlyList<RiskCoveragePoint> points)
    {
        var step = Math.Max(1, points.Count / MostPoints);
        return points
            .Where((_, index) => index % step == 0 || index == points.Count - 1)
            .Select(static point => (point.Coverage, point.Risk));
    }

    private static Html Calibration(IReadOnlyList<ScoredOutcome> outcomes, IReadOnlyList<ScoredOutcome> earlier)
    {
        var plot = new Plot("Calibration", "confidence", "share right");
        plot.AddLine([(0, 0), (1, 1)], "ideal");
        AddBins(plot, ExpectedCalibrationError.Bins(earlier), "then");
        AddBins(plot, ExpectedCalibrationError.Bins(outcomes), "now");
        return plot.Render();
    }

    private static void AddBins(Plot plot, IReadOnlyList<CalibrationBin> bins, string style)
    {
        if (bins.Count == 0) return;
        plot.AddLine(bins.Select(static bin => (bin.MeanConfidence, bin.ShareTrue)), style);
        foreach (var bin in bins)
        {
            plot.AddDot(bin.MeanConfidence, bin.ShareTrue, style,
                $"{bin.Count} questions: confidence {bin.MeanConfidence:0.00}, {bin.ShareTrue:0.00} right");
        }
    }
}
