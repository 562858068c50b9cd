using System.Text.RegularExpressions;
using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>What a claim puts in quotation marks must stand in the cited passages word for word.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static partial class QuoteCheck
{
    /// <summary>Why the quotations do not follow; null when they do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var all = $" {string.Join(' ', window.All.Select(static sentence => Plain(sentence.Text)))} ";
        var made = window.Claim.Quotes.FirstOrDefault(quote => !all.Contains($" {Plain(quote)} ", StringComparison.Ordinal));
        return made is null ? null : $"the quoted words “{made}” are not in the cited passage";
    }

    private static string Plain(string text) => MarkPattern().Replace(TextFolding.Fold(text), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex MarkPattern();
}
