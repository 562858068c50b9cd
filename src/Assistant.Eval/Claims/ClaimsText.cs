using System.Globalization;
using System.Text;

namespace Assistant.Eval.Claims;

/// <summary>The figures of a run over claims, as text.</summary>
/// <remarks>
/// Precision: share of the sentences found supported that are. Recall: share of the supported sentences that are found so.
/// Pure and thread-safe.
/// </remarks>
internal static class ClaimsText
{
    /// <summary>Renders the figures of tier one, of tier two, and of both together.</summary>
    /// <param name="claims">Not empty.</param>
    /// <param name="showMistakes">Lists every sentence that both tiers together get wrong.</param>
    public static string Render(IReadOnlyList<CheckedClaim> claims, bool showMistakes)
    {
        var text = new StringBuilder();
        var supported = claims.Count(static claim => claim.Claim.Supported);
        text.AppendLine(CultureInfo.InvariantCulture, $"{claims.Count} claims, {supported} supported");
        AddTier(text, "facts", claims, static claim => claim.FactsPass);
        AddTier(text, "claim model", claims, static claim => claim.ModelPasses);
        AddTier(text, "both", claims, static claim => claim.Passes);
        AddKinds(text, claims);
        if (showMistakes) AddMistakes(text, claims);
        return text.ToString();
    }

    private static void AddTier(StringBuilder text, string name, IReadOnlyList<CheckedClaim> claims, Func<CheckedClaim, bool> passes)
    {
        var passed = claims.Where(passes).ToList();
        var right = passed.Count(static claim => claim.Claim.Supported);
        var supported = claims.Count(static claim => claim.Claim.Supported);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{name,-12} precision {Share(right, passed.Count)}  recall {Share(right, supported)}  ({right} right, {passed.Count - right} wrong, {supported - right} missed)");
    }

    private static void AddKinds(StringBuilder text, IReadOnlyList<CheckedClaim> claims)
    {
        text.AppendLine("corruption   claims  let through by facts  by both");
        foreach (var kind in claims.Where(static claim => !claim.Claim.Supported).GroupBy(static claim => claim.Claim.Kind).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{kind.Key,-12} {kind.Count(),6}  {kind.Count(static claim => claim.FactsPass),20}  {kind.Count(static claim => claim.Passes),7}");
        }
    }

    private static void AddMistakes(StringBuilder text, IReadOnlyList<CheckedClaim> claims)
    {
        foreach (var claim in claims.Where(static claim => claim.Claim.Supported != claim.Passes))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{claim.Claim.Id} {claim.Claim.Kind} logit {claim.Logit:F2} {claim.Judged.Reason}: {claim.Claim.Sentence}");
        }
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "  –  " : ((double)part / whole).ToString("F3", CultureInfo.InvariantCulture);
}
