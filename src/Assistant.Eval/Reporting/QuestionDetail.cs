using System.Globalization;
using Assistant.Eval.Metrics;
using Assistant.Eval.Running;

namespace Assistant.Eval.Reporting;

/// <summary>All that is known of one question: expected and given answer, quotes in their passages, ranks, cause.</summary>
internal static class QuestionDetail
{
    /// <summary>The inside of a question's row.</summary>
    /// <param name="row">The question in this run.</param>
    /// <param name="before">The same in the baseline; null without one.</param>
    public static Html Of(QuestionResult row, QuestionResult? before) => Html.Of($"""
        <div class="detail">{Cause(row)}
        <dl>{Expected(row)}{Standalone(row)}{Item("evidence", row.Evidence)}</dl>
        <div class="sides{(before is null ? "" : " two")}">{Side(row, before is null ? "answer" : "this run")}{(before is null ? Html.None : Side(before, "baseline"))}</div>
        <p class="small dim">{row.Id} · group {row.Group}{(row.Split is null ? "" : $" · {row.Split}")}</p></div>
        """);

    private static Html Cause(QuestionResult row)
    {
        if (row.Unmeasured is { } reason) return Html.Of($"<p class=\"why\"><b>Not measured.</b> {reason}</p>");
        return row.Miss is { } cause
            ? Html.Of($"<p class=\"why\"><b>{Capital(ReportText.Cause(cause))}.</b> {ReportText.Explain(cause)}</p>")
            : Html.None;
    }

    private static Html Expected(QuestionResult row) => row.Answerable
        ? Item("expected", row.ExpectedAnswers)
        : Item("expected", ["no answer: the documents do not say"]);

    private static Html Standalone(QuestionResult row) =>
        row.StandaloneQuestion is { } text && text != row.Question ? Item("read as", [text]) : Html.None;

    private static Html Item(string name, IReadOnlyList<string> values) => values.Count == 0
        ? Html.None
        : Html.Of($"<dt>{name}</dt><dd>{values.Select(static value => Html.Of($"<div>{value}</div>"))}</dd>");

    private static Html Side(QuestionResult row, string name)
    {
        var citations = row.Citations.Count == 0 ? Html.None : Html.Join(row.Citations.Select(Citation));
        return Html.Of($"""
            <div class="side"><h3>{name} <span class="badge">{ReportText.Status(row)}</span></h3>
            <p class="answer">{row.Text ?? row.Unmeasured}</p>{Short(row)}{citations}{Ranks(row.Ranks)}{Metrics(row)}</div>
            """);
    }

    private static Html Short(QuestionResult row) => string.IsNullOrEmpty(row.ShortAnswer)
        ? Html.None
        : Html.Of($"<p class=\"small\"><span class=\"dim\">short answer</span> {row.ShortAnswer}</p>");

    private static Html Citation(CitedQuote citation)
    {
        var evidence = citation.OverlapsEvidence switch
        {
            true => Html.Of($" · <span class=\"good\">on the evidence</span>"),
            false => Html.Of($" · <span class=\"bad\">beside the evidence</span>"),
            null => Html.None,
        };
        var exact = citation.IsExact ? Html.None : Html.Of($" · <span class=\"bad\">not exact</span>");
        return Html.Of($"""
            <div class="citation"><p class="small"><b>[{citation.Number}]</b> {citation.Title} <span class="dim">{citation.DocumentId} {citation.Start}–{citation.End}{evidence}{exact}</span></p>{PassageView.Of(citation)}</div>
            """);
    }

    private static Html Ranks(GoldRanks ranks)
    {
        (string Name, int? Rank)[] stages =
            [("dense", ranks.Dense), ("lexical", ranks.Lexical), ("fused", ranks.Fused), ("reader", ranks.Reader), ("cited", ranks.Answer)];
        return stages.All(static stage => stage.Rank is null)
            ? Html.None
            : Html.Of($"<div class=\"ranks\" aria-label=\"rank of the right document at each stage\">{stages.Select(static stage => Html.Of($"<span class=\"{(stage.Rank is null ? "out" : "")}\"><small>{stage.Name}</small>{stage.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–"}</span>"))}</div>");
    }

    private static Html Metrics(QuestionResult row)
    {
        var shown = row.Metrics.Select(static metric =>
            Html.Of($"<span>{ReportText.Metric(metric.Key)} <b>{ReportText.Score(metric.Value)}</b></span>"));
        return row.Metrics.Count == 0
            ? Html.None
            : Html.Of($"<p class=\"metrics small\">{shown}<span>time <b>{ReportText.Score(row.LatencyMs, MetricName.LatencyP50)}</b></span></p>");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
