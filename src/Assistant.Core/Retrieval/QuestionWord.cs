using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Assistant.Core.Retrieval;

/// <summary>A word of a question, and whether it names something or carries content.</summary>
/// <param name="Text">The word as typed, hyphens and inner full stops kept ("Su-57", "U.S").</param>
/// <param name="Start">First UTF-16 code unit in the question.</param>
/// <param name="IsName">Has a digit, or a capital that is not just the sentence's first letter.</param>
/// <param name="IsContent">Not a function word.</param>
internal sealed partial record QuestionWord(string Text, int Start, bool IsName, bool IsContent)
{
    private static readonly FrozenSet<string> FunctionWords = FrozenSet.ToFrozenSet(
        """
        a about after again all also am an and any are as at be because been before being between both but by can could
        did do does doing during each either else ever every few for from had has have having he her here hers him his
        how i if in into is it its just last latest made make many may me might more most much must my name named no not
        now of off on once one ones only or other our out over own per same shall she should since so some such than that
        the their them then there these they this those through to too under until up upon us use was we were what when
        where which while who whom whose why will with would yet you your list give tell describe explain show find
        compare summarise summarize mention please say said says according exactly
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>One past the last UTF-16 code unit.</summary>
    public int End => Start + Text.Length;

    /// <summary>Splits a question into words.</summary>
    /// <returns>In order; empty for a question without letters and digits.</returns>
    public static IReadOnlyList<QuestionWord> Split(string question)
    {
        var matches = WordPattern().Matches(question);
        var isShouted = !question.Any(char.IsLower);
        return
        [
            .. matches.Select(match =>
            {
                var isContent = !FunctionWords.Contains(match.Value);
                return new QuestionWord(match.Value, match.Index, isContent && IsNameLike(match.Value, isShouted), isContent);
            }),
        ];
    }

    private static bool IsNameLike(string word, bool isShouted) =>
        word.Any(char.IsDigit) || (!isShouted && word.Any(char.IsUpper));

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+(?:[-‐‑./&][\p{L}\p{N}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
