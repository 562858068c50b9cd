using System.Security.Cryptography;
using System.Text;
using Assistant.Eval.Comparison;
using Assistant.Eval.Running;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Reporting;

/// <summary>A run as one HTML file that needs nothing else: no network, no build, no script to be read.</summary>
/// <remarks>Articles are hostile: all text is escaped, and the page's own policy lets nothing but its own script run.</remarks>
internal static class HtmlReport
{
    /// <summary>Renders a run, beside a baseline when there is one.</summary>
    /// <exception cref="RunMismatchException">The baseline does not ask the same questions.</exception>
    public static string Render(RunResult run, RunResult? baseline, BootstrapOptions options)
    {
        var comparison = baseline is null ? null : RunComparer.Compare(baseline, run, options);
        var totals = RunTotals.Of(run.Rows, options);
        var before = baseline?.Rows.ToDictionary(static row => row.Id, StringComparer.Ordinal) ?? [];
        var changed = (comparison?.Changed ?? []).Select(static change => change.Id).ToHashSet(StringComparer.Ordinal);
        var script = Resource("report.js");
        var policy = $"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{Digest(script)}'";
        return Html.Of($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="color-scheme" content="light dark">
            <title>{run.Suite} – assistant-eval</title><style>{new Html(Resource("report.css"))}</style></head>
            <body><main>
            {SummarySection.Of(run, totals, comparison)}
            {TotalsSection.Of(totals, comparison)}
            {BreakdownSection.Of(run, baseline)}
            {PlotSection.Of(run, baseline)}
            {QuestionSection.Of(run, before, changed)}
            {Footer(run)}
            </main><script>{new Html(script)}</script></body></html>

            """).Markup;
    }

    private static Html Footer(RunResult run) => Html.Of($"""
        <footer class="small dim"><p>Suite {run.SuiteHash} · index {run.IndexFingerprint}</p>{run.Options.Select(static option => Html.Of($"<p>{option.Key} = {option.Value}</p>"))}</footer>
        """);

    private static string Digest(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not compiled in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
