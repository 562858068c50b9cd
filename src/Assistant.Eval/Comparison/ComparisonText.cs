using System.Globalization;
using System.Text;
using Assistant.Eval.Statistics;

namespace Assistant.Eval.Comparison;

/// <summary>A comparison as lines of plain text, safe for any terminal.</summary>
internal static class ComparisonText
{
    private const int ShownCharacters = 160;
    private const string Signed = "+0.000;-0.000;0.000";

    private static readonly int[] Widths = [-26, 6, 9, 9, 9, -18, 7, 7, 8, 6, 6, -6];

    /// <summary>Renders figures, notes, unmeasured questions, all changed answers, and the decision last.</summary>
    /// <remarks>
    /// A star marks metrics that gate; "holm p" is corrected over these; "noticed" is the smallest true difference that
    /// would be noticed four times in five.
    /// </remarks>
    /// <returns>Lines ended by LF.</returns>
    public static string Render(SuiteComparison comparison)
    {
        IEnumerable<string> lines =
        [
            $"{Plain(comparison.Suite)}: {comparison.Questions} questions compared, "
                + $"{comparison.Changed.Count} answers changed",
            Columns("", "n", "before", "after", "change", "95 % interval", "p", "holm p", "noticed", "worse", "better"),
            .. comparison.Metrics.Select(Row),
            .. comparison.Notes.Select(note => $"note: {Plain(note)}"),
            .. comparison.Unmeasured.Select(lost => $"not measured: {Plain(lost.Id)}: {Plain(lost.Reason)}"),
            .. comparison.Changed.SelectMany(Describe),
            .. comparison.Failures.Select(failure => $"fails: {Plain(failure)}"),
            comparison.Passes ? "passes" : "does not pass",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Row(MetricComparison metric)
    {
        bool isTime = metric.Metric.Name.EndsWith("_ms", StringComparison.Ordinal);
        string format = isTime ? "0.0" : "0.000";
        return Columns(
            (metric.Metric.Gates ? "* " : "  ") + Plain(metric.Metric.Name),
            metric.Questions.ToString(CultureInfo.InvariantCulture),
            Number(metric.Baseline, format),
            Number(metric.Candidate, format),
            Number(metric.Difference, isTime ? "+0.0;-0.0;0.0" : Signed),
            metric.Interval is { } ends ? Range(ends) : "",
            Number(metric.PValue, "0.0000"),
            Number(metric.AdjustedPValue, "0.0000"),
            Number(metric.SmallestDetectable, "0.000"),
            Number(metric.Lost, "0"),
            Number(metric.Won, "0"),
            Verdict(metric));
    }

    private static string Verdict(MetricComparison metric)
    {
        if (metric.Verdict == ChangeVerdict.Worse)
            return "worse";
        return metric.Verdict == ChangeVerdict.Better ? "better" : "";
    }

    private static IEnumerable<string> Describe(ChangedAnswer changed)
    {
        string[] effects =
        [
            .. changed.Worse.Select(name => $"worse {name}"),
            .. changed.Better.Select(name => $"better {name}"),
        ];
        string effect = effects.Length == 0 ? "no metric moved" : string.Join(", ", effects);
        yield return $"changed: {Plain(changed.Id)}: {Plain(changed.Question)} ({effect})";
        yield return $"  before {changed.BaselineStatus}: {Plain(changed.BaselineText)}";
        yield return $"  after  {changed.CandidateStatus}: {Plain(changed.CandidateText)}";
    }

    private static string Columns(params string[] cells) =>
        string.Join(' ', cells.Zip(Widths, static (cell, width) =>
            width < 0 ? cell.PadRight(-width) : cell.PadLeft(width))).TrimEnd();

    private static string Range(Interval ends) => $"[{Number(ends.Low, Signed)}, {Number(ends.High, Signed)}]";

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>On one line, shortened, without control and direction characters.</summary>
    private static string Plain(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string safe = string.Concat(line.EnumerateRunes().Where(IsPrintable));
        return safe.Length <= ShownCharacters
            ? safe
            : string.Concat(safe.EnumerateRunes().Take(ShownCharacters)) + "…";
    }

    private static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
