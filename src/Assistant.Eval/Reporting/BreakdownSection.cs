using System.Globalization;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>Where it goes wrong: by kind of question and by cause.</summary>
internal static class BreakdownSection
{
    /// <summary>Both tables.</summary>
    public static Html Of(RunResult run, RunResult? baseline)
    {
        var measured = run.Rows.Where(static row => row.IsMeasured).ToList();
        var kinds = measured.GroupBy(KindOf, StringComparer.Ordinal).OrderBy(static kind => kind.Key, StringComparer.Ordinal).ToList();
        return Html.Of($"""
            <section><h2>Kinds of questions</h2><div class="scroll"><table>
            <thead><tr><th>kind</th><th class="n">questions</th><th>came out right</th><th class="n">hit</th><th class="n">false answers</th><th class="n">wrong refusals</th><th class="n">nDCG@10</th></tr></thead>
            <tbody>{kinds.Select(kind => Kind(kind.Key, [.. kind], baseline))}</tbody></table></div></section>
            <section><h2>Why questions miss</h2>{Causes(measured)}</section>
            """);
    }

    private static string KindOf(QuestionResult row)
    {
        if (row.IsReportedApart) return $"{row.Answerability!.ToLowerInvariant()} (reported apart)";
        return row.Kind ?? (row.Answerable ? "answerable" : "not answerable");
    }

    private static Html Kind(string name, IReadOnlyList<QuestionResult> rows, RunResult? baseline)
    {
        var ids = rows.Select(static row => row.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = baseline?.Rows.Where(row => row.IsMeasured && ids.Contains(row.Id)).ToList();
        var right = rows.Average(static row => row.Miss is null ? 1.0 : 0);
        var before = earlier is { Count: > 0 } ? earlier.Average(static row => row.Miss is null ? 1.0 : 0) : (double?)null;
        var was = before is null ? Html.None : Html.Of($"<span class=\"dim\"> was {before.Value:P0}</span>");
        return Html.Of($"""
            <tr><td>{name}</td><td class="n dim">{rows.Count}</td><td class="barcell"><span class="bar"><i style="width:{right * 100:0.0}%"></i></span> {right:P0}{was}</td>
            <td class="n">{Mean(rows, MetricName.AnswerSentenceHit)}</td><td class="n">{Mean(rows, MetricName.FalseAnswer)}</td><td class="n">{Mean(rows, MetricName.WrongRefusal)}</td><td class="n">{Mean(rows, MetricName.Ndcg)}</td></tr>
            """);
    }

    private static string Mean(IReadOnlyList<QuestionResult> rows, string metric)
    {
        var scores = rows.Where(row => row.Metrics.ContainsKey(metric)).Select(row => row.Metrics[metric]).ToList();
        return ReportText.Score(scores.Count == 0 ? null : scores.Average());
    }

    private static Html Causes(IReadOnlyList<QuestionResult> measured)
    {
        var causes = measured.Where(static row => row.Miss is not null).CountBy(static row => row.Miss!.Value)
            .OrderByDescending(static cause => cause.Value).ThenBy(static cause => cause.Key).ToList();
        if (causes.Count == 0) return Html.Of($"<p>No question missed.</p>");
        var most = causes[0].Value;
        return Html.Of($"<div class=\"causes\">{causes.Select(cause => Cause(cause.Key, cause.Value, most))}</div>");
    }

    private static Html Cause(MissCause cause, int count, int most)
    {
        var share = (100.0 * count / most).ToString("0.0", CultureInfo.InvariantCulture);
        return Html.Of($"""
            <button type="button" class="cause" data-cause="{ReportText.Cause(cause)}"><span>{ReportText.Cause(cause)}</span><span class="bar"><i style="width:{share}%"></i></span><b>{count}</b><small>{ReportText.Explain(cause)}</small></button>
            """);
    }
}
