using System.Globalization;
using System.Text;

namespace Assistant.Eval.FollowUps;

/// <summary>The figures of a follow-up run, as text.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class FollowUpText
{
    /// <summary>Renders mean recall@10 of each variant, and how often it searches other words than the rule.</summary>
    /// <param name="rows">Not empty; those of the rule are among them.</param>
    public static string Render(IReadOnlyList<FollowUpRow> rows)
    {
        var text = new StringBuilder();
        var byRule = rows.Where(static row => row.Variant == FollowUpRun.Rule.Name).ToDictionary(static row => row.QuestionId, static row => row.SearchText, StringComparer.Ordinal);
        text.AppendLine(CultureInfo.InvariantCulture, $"{byRule.Count} follow-up questions with a relevant document");
        text.AppendLine("searched         recall@10  other words than the rule");
        foreach (var variant in rows.GroupBy(static row => row.Variant))
        {
            var others = variant.Count(row => row.SearchText != byRule[row.QuestionId]);
            text.AppendLine(CultureInfo.InvariantCulture, $"{variant.Key,-15}  {variant.Average(static row => row.Recall),9:F3}  {others}");
        }

        return text.ToString();
    }
}
