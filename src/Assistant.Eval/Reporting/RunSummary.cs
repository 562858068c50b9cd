using System.Globalization;
using System.Text;
using Assistant.Eval.Comparison;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Reporting;

/// <summary>A run as lines of plain text for the console.</summary>
internal static class RunSummary
{
    /// <summary>Renders totals with intervals, causes of misses, and questions that could not be measured.</summary>
    /// <returns>Lines ended by LF.</returns>
    public static string Render(RunResult run, BootstrapOptions options)
    {
        var text = new StringBuilder();
        Line(text, $"{run.Suite}: {run.Rows.Count} questions on {run.Documents} documents in {run.Passages} passages");
        if (run.LowOverlapShare is { } share) Line(text, $"share of questions with little word overlap: {share:0.000}");
        foreach (var total in RunTotals.Of(run.Rows, options))
        {
            var name = (total.Metric.Gates ? "* " : "  ") + total.Metric.Name;
            Line(text, $"{name,-34} {ReportText.Score(total.Value, total.Metric.Name),10}  {ReportText.Range(total.Interval),-15} n={total.Questions}");
        }

        var causes = run.Rows.Where(static row => row.Miss is not null).CountBy(static row => row.Miss!.Value);
        foreach (var (cause, count) in causes.OrderByDescending(static pair => pair.Value))
            Line(text, $"miss: {ReportText.Cause(cause),-18} {count,5}");
        var unmeasured = run.Rows.Where(static row => !row.IsMeasured).ToList();
        if (unmeasured.Count > 0)
            Line(text, $"not measured: {unmeasured.Count}, first {unmeasured[0].Id}: {unmeasured[0].Unmeasured}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
