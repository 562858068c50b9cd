using System.Globalization;
using Assistant.Eval.Comparison;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>The head of the report: what was run, the three primary figures, and whether the gate passes.</summary>
internal static class SummarySection
{
    private static readonly string[] Primary = [MetricName.AnswerSentenceHit, MetricName.FalseAnswer, MetricName.Ndcg];

    /// <summary>The head.</summary>
    /// <param name="run">The run.</param>
    /// <param name="totals">Its totals.</param>
    /// <param name="comparison">With its baseline; null without one.</param>
    public static Html Of(RunResult run, IReadOnlyList<RunTotal> totals, SuiteComparison? comparison)
    {
        var unmeasured = run.Rows.Count(static row => !row.IsMeasured);
        return Html.Of($"""
            <header><p class="eyebrow">assistant-eval</p><h1>{run.Suite}</h1>
            <p class="lead">{Count(run.Rows.Count, "question")} on {Count(run.Documents, "document")}{Passages(run)}{Apart(run)}{Overlap(run)}.</p>
            {Notice(!run.IsComplete, "The run was interrupted: only the questions asked so far are here.")}
            {Notice(unmeasured > 0, $"{Count(unmeasured, "question")} could not be measured and {(unmeasured == 1 ? "is" : "are")} left out of every figure.")}
            {Verdict(comparison)}
            <div class="cards">{totals.Where(static total => Primary.Contains(total.Metric.Name)).Select(total => Card(total, comparison))}</div>
            </header>
            """);
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {noun}{(number == 1 ? "" : "s")}");

    private static string Passages(RunResult run) => run.Passages > 0 ? $" in {Count(run.Passages, "passage")}" : "";

    private static string Apart(RunResult run)
    {
        var apart = run.Rows.Count(static row => row.IsReportedApart);
        return apart == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; {apart:#,0} of them underspecified or partly answerable, reported apart");
    }

    private static string Overlap(RunResult run) => run.LowOverlapShare is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"; {share:P0} of the answerable ones share at most half their words with the evidence")
        : "";

    private static Html Notice(bool isShown, string text) =>
        isShown ? Html.Of($"<p class=\"notice\">{text}</p>") : Html.None;

    private static Html Verdict(SuiteComparison? comparison)
    {
        if (comparison is null) return Html.None;
        var (style, words) = comparison.Passes ? ("pass", "Passes") : ("fail", "Does not pass");
        return Html.Of($"""
            <div class="verdict {style}"><b>{words}</b> against the baseline: {Count(comparison.Questions, "question")} compared, {Count(comparison.Changed.Count, "answer")} changed.
            {List(comparison.Failures)}{List(comparison.Notes)}</div>
            """);
    }

    private static Html List(IReadOnlyList<string> items) => items.Count == 0
        ? Html.None
        : Html.Of($"<ul>{items.Select(static item => Html.Of($"<li>{item}</li>"))}</ul>");

    private static Html Card(RunTotal total, SuiteComparison? comparison)
    {
        var compared = comparison?.Metrics.FirstOrDefault(metric => metric.Metric.Name == total.Metric.Name);
        var change = compared is null
            ? Html.None
            : Html.Of($"<span class=\"change {Tone(compared)}\">{ReportText.Difference(compared.Difference)}</span>");
        var better = total.Metric.HigherIsBetter ? "higher is better" : "lower is better";
        return Html.Of($"""
            <div class="card"><span class="name">{ReportText.Metric(total.Metric.Name)}</span>
            <span class="value">{ReportText.Score(total.Value)} {change}</span>
            <span class="sub">95 %: {ReportText.Range(total.Interval)}</span><span class="sub">{Count(total.Questions, "question")}, {better}</span></div>
            """);
    }

    /// <summary>Style of a change: only a significant one is coloured.</summary>
    internal static string Tone(MetricComparison compared) => compared.Verdict switch
    {
        ChangeVerdict.Better => "better",
        ChangeVerdict.Worse => "worse",
        _ => "",
    };
}
