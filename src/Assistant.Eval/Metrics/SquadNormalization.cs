using System.Text.RegularExpressions;

namespace Assistant.Eval.Metrics;

/// <summary>
/// Normalises an answer string: lower case, without ASCII punctuation, without a, an, the, single blanks.
/// </summary>
/// <remarks>
/// Source: the official SQuAD 1.1 evaluation script, Rajpurkar et al., EMNLP 2016 (<c>normalize_answer</c>).
/// </remarks>
internal static partial class SquadNormalization
{
    /// <summary>The normal form; empty if nothing is left.</summary>
    public static string Normalize(string text) => string.Join(' ', Tokens(text));

    /// <summary>The words of the normal form, in order.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        string words = Punctuation().Replace(text.ToLowerInvariant(), "");
        return Articles().Replace(words, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("[!-/:-@[-`{-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"\b(a|an|the)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Articles();
}
