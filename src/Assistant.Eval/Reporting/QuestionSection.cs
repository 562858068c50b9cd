using System.Globalization;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>The list of all questions: to be sorted and filtered, each opening to all that is known of it.</summary>
internal static class QuestionSection
{
    private static readonly (string Key, string Label)[] Columns =
    [
        ("order", "question"), ("kind", "kind"), ("status", "ended"), ("ndcg", "nDCG@10"), ("confidence", "confidence"), ("cause", "miss"),
    ];

    /// <summary>The list with its controls; works without the script, unsorted and unfiltered.</summary>
    /// <param name="run">The run.</param>
    /// <param name="baseline">Rows of the baseline by id; empty without one.</param>
    /// <param name="changed">Ids of the questions whose answer changed.</param>
    public static Html Of(RunResult run, IReadOnlyDictionary<string, QuestionResult> baseline, IReadOnlySet<string> changed)
    {
        var causes = run.Rows.Where(static row => row.Miss is not null).Select(static row => ReportText.Cause(row.Miss!.Value));
        return Html.Of($"""
            <section id="questions"{(run.Rows.Any(static row => row.Kind is not null) ? Html.None : Html.Of($" class=\"unkinded\""))}><h2>Questions</h2>
            <form class="controls">
            <input type="search" id="search" placeholder="Search questions and answers" aria-label="Search questions and answers">
            {Choice("kind", "all kinds", run.Rows.Select(static row => row.Kind).OfType<string>())}
            {Choice("status", "however they ended", run.Rows.Select(ReportText.Status))}
            {Choice("cause", "hits and misses", causes.Prepend("any miss"))}
            {(baseline.Count == 0 ? Html.None : Html.Of($"<label><input type=\"checkbox\" id=\"changed\"> changed answers only</label>"))}
            <output id="shown">{run.Rows.Count} of {run.Rows.Count}</output></form>
            <div class="columns" role="group" aria-label="Sort by">{Columns.Select(static column => Html.Of($"<button type=\"button\" data-sort=\"{column.Key}\">{column.Label}</button>"))}</div>
            <div id="list">{run.Rows.Select((row, index) => Row(row, index, baseline.GetValueOrDefault(row.Id), changed.Contains(row.Id)))}</div></section>
            """);
    }

    private static Html Choice(string id, string all, IEnumerable<string> values)
    {
        var distinct = values.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count < 2
            ? Html.None
            : Html.Of($"<select id=\"{id}\" aria-label=\"{id}\"><option value=\"\">{all}</option>{distinct.Select(static value => Html.Of($"<option>{value}</option>"))}</select>");
    }

    private static Html Row(QuestionResult row, int index, QuestionResult? before, bool isChanged)
    {
        var ndcg = row.Metrics.TryGetValue(MetricName.Ndcg, out var value) ? value : (double?)null;
        var cause = row.Miss is { } miss ? ReportText.Cause(miss) : "";
        var status = ReportText.Status(row);
        return Html.Of($"""
            <details class="q{(isChanged ? " was" : "")}" data-order="{index}" data-kind="{row.Kind}" data-status="{status}" data-ndcg="{Sortable(ndcg)}" data-confidence="{Sortable(row.Confidence)}" data-cause="{cause}" data-changed="{(isChanged ? 1 : 0)}">
            <summary><span class="text">{row.Question}{(row.Answerable ? Html.None : Html.Of($" <em>not answerable</em>"))}</span><span class="kind">{row.Kind}</span><span class="status">{status}</span><span class="n ndcg">{(ndcg is null ? "" : ReportText.Score(ndcg))}</span><span class="n confidence">{(row.Confidence is null ? "" : ReportText.Score(row.Confidence))}</span>{CauseBadge(row, cause)}</summary>
            {QuestionDetail.Of(row, before)}</details>
            """);
    }

    private static Html CauseBadge(QuestionResult row, string cause)
    {
        if (!row.IsMeasured) return Html.Of($"<span class=\"miss\">not measured</span>");
        return row.Miss is null ? Html.Of($"<span class=\"ok\">right</span>") : Html.Of($"<span class=\"miss\">{cause}</span>");
    }

    private static string Sortable(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
