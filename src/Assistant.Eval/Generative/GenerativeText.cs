using System.Globalization;
using System.Text;
using Assistant.Core;

namespace Assistant.Eval.Generative;

/// <summary>The figures of a run with a chat model, as text: raw model against checked answer.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class GenerativeText
{
    /// <summary>Renders the figures.</summary>
    /// <param name="rows">Not empty.</param>
    /// <param name="showSentences">Adds every sentence that was kept, with its quotes, and every one that was removed, with the reason.</param>
    public static string Render(IReadOnlyList<GenerativeRow> rows, bool showSentences)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{rows.Count} questions: {Counts(rows.Select(static row => row.Answer.Status.ToString()))}; longest {rows.Max(static row => row.Seconds):F1} s");
        text.AppendLine(CultureInfo.InvariantCulture, $"answers: {Counts(rows.Where(static row => row.Answer.Status != AnswerStatus.NoEvidence).Select(static row => row.Answer.Mode.ToString()))}");
        foreach (var reason in rows.Where(static row => row.Answer.Degraded is not null).GroupBy(static row => row.Answer.Degraded))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {reason.Count()} × {reason.Key}");
        AddSentences(text, rows);
        if (showSentences) AddEverySentence(text, rows);
        return text.ToString();
    }

    private static void AddSentences(StringBuilder text, IReadOnlyList<GenerativeRow> rows)
    {
        var kept = rows.SelectMany(static row => row.Kept).ToList();
        var written = kept.Count + rows.Sum(static row => row.Answer.Removed.Count);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"sentences: {written} written, {kept.Count} kept ({Share(kept.Count, written)}), {kept.Count(static sentence => sentence.Reason is not null)} with a repaired citation");
        var judged = rows.Where(static row => row.IsWritten && row.GoldAnswers.Count > 0).ToList();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"holds a gold answer, of {judged.Count}: raw model {judged.Count(static row => row.HoldsGold(row.RawText))}, checked {judged.Count(static row => row.HoldsGold(row.Answer.Text))}");
    }

    private static void AddEverySentence(StringBuilder text, IReadOnlyList<GenerativeRow> rows)
    {
        foreach (var row in rows.Where(static row => row.IsWritten))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{row.QuestionId} {row.Answer.Question}");
            foreach (var sentence in row.Kept)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  kept     {sentence.Text}{(sentence.Reason is null ? string.Empty : $" ({sentence.Reason})")}");
                foreach (var citation in row.Answer.Citations.Where(citation => sentence.Citations.Contains(citation.Number)))
                    text.AppendLine(CultureInfo.InvariantCulture, $"           “{citation.Quote.ReplaceLineEndings(" ")}”");
            }

            foreach (var sentence in row.Answer.Removed)
                text.AppendLine(CultureInfo.InvariantCulture, $"  removed  {sentence.Text} ({sentence.Reason})");
        }
    }

    private static string Counts(IEnumerable<string> names) => string.Join(", ", names.GroupBy(static name => name)
        .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).Select(static group => $"{group.Count()} {group.Key}"));

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("F2", CultureInfo.InvariantCulture);
}
