using System.Text.RegularExpressions;
using Assistant.Core.Indexing;

namespace Assistant.Core.Answering.Checking;

/// <summary>Splits text into words for the checker.</summary>
/// <remarks>Hyphened words stay whole ("Su-57"); a possessive ending falls away. Pure and thread-safe.</remarks>
internal static partial class TextWords
{
    /// <summary>What "May" folds to inside a sentence, where it is no "may".</summary>
    private const string MonthOfMay = "month of may";

    /// <summary>The words in order; empty for a text without letters and digits.</summary>
    public static IReadOnlyList<TextWord> Split(string text)
    {
        var words = new List<TextWord>();
        var end = 0;
        foreach (Match match in WordPattern().Matches(text))
        {
            var word = Unpossessive(match.Value);
            var folded = word == "May" && words.Count > 0 ? MonthOfMay : TextFolding.Fold(word).Replace('’', '\'');
            var isAbbreviation = words.Count > 0 && words[^1].IsCapital && words[^1].Text.Length <= 3;
            var marks = isAbbreviation ? ",;:!?()–—" : ",;:.!?()–—";
            var between = text.AsSpan(end, match.Index - end);
            words.Add(new TextWord(
                word, folded, WordForms.StemOf(folded), match.Index, match.Index + word.Length,
                words.Count == 0 || between.IndexOfAny(marks) >= 0 || folded is "but" or "although" or "while"));
            end = match.Index + match.Length;
        }

        return Phrases.Join(text, words);
    }

    /// <summary>The word right before a word; null for the first.</summary>
    public static TextWord? Before(IReadOnlyList<TextWord> words, TextWord word) => words.TakeWhile(other => other != word).LastOrDefault();

    /// <summary>The last word that ends at a place of the text or before it; null when none does.</summary>
    public static TextWord? Before(IReadOnlyList<TextWord> words, int start) => words.LastOrDefault(word => word.End <= start);

    /// <summary>The word right behind a word; null for the last.</summary>
    public static TextWord? After(IReadOnlyList<TextWord> words, TextWord word) => words.SkipWhile(other => other != word).ElementAtOrDefault(1);

    private static string Unpossessive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:(?:['’./&:‐‑-]|(?<=\d),(?=\d))[\p{L}\p{N}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
