using System.Globalization;
using Assistant.Eval.Comparison;

namespace Assistant.Eval.Reporting;

/// <summary>Every metric with its interval, and beside the baseline its change and what chance does.</summary>
internal static class TotalsSection
{
    /// <summary>The table.</summary>
    public static Html Of(IReadOnlyList<RunTotal> totals, SuiteComparison? comparison)
    {
        var head = comparison is null
            ? Html.None
            : Html.Of($"<th class=\"n\">baseline</th><th class=\"n\">change</th><th class=\"n\">95 % of the change</th><th class=\"n\">p</th><th class=\"n\" title=\"the smallest true change that would be noticed with 80 % power\">noticeable</th>");
        return Html.Of($"""
            <section><h2>All figures</h2><div class="scroll"><table>
            <thead><tr><th>metric</th><th class="n">value</th><th class="n">95 %</th><th class="n">questions</th>{head}</tr></thead>
            <tbody>{totals.Select(total => Row(total, comparison))}</tbody></table></div>
            <p class="small">Bold metrics gate, Holm-corrected at 5 %. Intervals are a cluster bootstrap by group. Means are over the questions that a metric judges.</p></section>
            """);
    }

    private static Html Row(RunTotal total, SuiteComparison? comparison)
    {
        var name = total.Metric.Name;
        var label = total.Metric.Gates ? Html.Of($"<b>{ReportText.Metric(name)}</b>") : Html.Of($"{ReportText.Metric(name)}");
        return Html.Of($"""
            <tr><td>{label}</td><td class="n">{ReportText.Score(total.Value, name)}</td><td class="n dim">{ReportText.Range(total.Interval)}</td><td class="n dim">{total.Questions}</td>{Compared(name, comparison)}</tr>
            """);
    }

    private static Html Compared(string name, SuiteComparison? comparison)
    {
        if (comparison is null) return Html.None;
        if (comparison.Metrics.FirstOrDefault(metric => metric.Metric.Name == name) is not { } compared)
            return Html.Of($"<td class=\"n\">–</td><td></td><td></td><td></td><td></td>");
        var p = (compared.AdjustedPValue ?? compared.PValue)?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
        return Html.Of($"""
            <td class="n">{ReportText.Score(compared.Baseline, name)}</td><td class="n change {SummarySection.Tone(compared)}">{ReportText.Difference(compared.Difference, name)}</td><td class="n dim">{ReportText.DifferenceRange(compared.Interval)}</td><td class="n dim">{p}</td><td class="n dim">{(compared.SmallestDetectable is { } least ? ReportText.Score(least) : "")}</td>
            """);
    }
}
