using System.Text.RegularExpressions;

namespace Assistant.Core.Retrieval;

/// <summary>Makes a follow-up question stand alone by rule, without a model.</summary>
/// <remarks>
/// Retrieval sees the last turn and the user's turn before it. The reader sees the last turn with a bare pronoun replaced
/// by the entity of the turn before; an elliptic turn ("And the MiG-41?") takes the place of the name of the same shape
/// there. A turn that shares nothing with the one before is searched alone. Pure and thread-safe.
/// </remarks>
public static partial class FollowUpRule
{
    private const int MinimumSharedStem = 4;

    /// <summary>Resolves the last turn against the user's turn before it.</summary>
    public static StandaloneQuestion Resolve(Question question)
    {
        var text = question.Text.Trim();
        var previous = question.History
            .LastOrDefault(static turn => turn.Role == TurnRole.User && !string.IsNullOrWhiteSpace(turn.Content))
            ?.Content.Trim();
        if (previous is null) return new StandaloneQuestion(text, text);

        var words = QuestionWord.Split(text);
        var previousWords = QuestionWord.Split(previous);
        var isElliptic = EllipsisPattern().IsMatch(text) || !words.Any(static word => word.IsContent);
        var hasPronoun = PronounPattern().IsMatch(text) || DemonstrativePattern().IsMatch(text);
        if (!isElliptic && !hasPronoun && !SharesContent(words, previousWords))
            return new StandaloneQuestion(text, text);

        var readerText = isElliptic
            ? FillEllipsis(text, words, previous, previousWords)
            : FillPronoun(text, previous, previousWords);
        return new StandaloneQuestion($"{previous} {text}", readerText);
    }

    private static bool SharesContent(IEnumerable<QuestionWord> words, IReadOnlyList<QuestionWord> previous) =>
        words.Where(static word => word.IsContent).Any(word => previous.Any(other => other.IsContent && SameStem(word, other)));

    private static bool SameStem(QuestionWord left, QuestionWord right)
    {
        if (string.Equals(left.Text, right.Text, StringComparison.OrdinalIgnoreCase)) return true;
        var stem = Math.Min(left.Text.Length, right.Text.Length) - 2;
        return stem >= MinimumSharedStem
            && string.Compare(left.Text, 0, right.Text, 0, stem, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static string FillEllipsis(
        string text, IReadOnlyList<QuestionWord> words, string previous, IReadOnlyList<QuestionWord> previousWords)
    {
        var own = words.LastOrDefault(static word => word.IsName);
        if (own is not null)
        {
            var replaced = previousWords.LastOrDefault(word => word.IsName && HasDigit(word) == HasDigit(own));
            return replaced is null ? text : string.Concat(previous.AsSpan(0, replaced.Start), own.Text, previous.AsSpan(replaced.End));
        }

        var entity = FindEntity(previous, previousWords);
        return words.Any(static word => word.IsContent) || entity is null ? text : $"{text.TrimEnd('?', ' ')} {entity}?";
    }

    private static bool HasDigit(QuestionWord word) => word.Text.Any(char.IsDigit);

    private static string FillPronoun(string text, string previous, IReadOnlyList<QuestionWord> previousWords)
    {
        var entity = FindEntity(previous, previousWords);
        if (entity is null || ExpletivePattern().IsMatch(text)) return text;
        return PronounPattern().Replace(
            text, match => IsPossessive(match.Value) ? $"{entity}'s" : entity, count: 1);
    }

    private static bool IsPossessive(string pronoun) =>
        pronoun.ToLowerInvariant() is "its" or "his" or "their";

    /// <summary>The last run of names in the turn before; else its last content word, with the words that qualify it.</summary>
    private static string? FindEntity(string previous, IReadOnlyList<QuestionWord> words)
    {
        var wanted = words.Any(static word => word.IsName)
            ? (Func<QuestionWord, bool>)(static word => word.IsName)
            : static word => word.IsContent;
        var last = -1;
        for (var i = 0; i < words.Count; i++)
            if (wanted(words[i])) last = i;
        if (last < 0) return null;
        var first = last;
        while (first > 0 && wanted(words[first - 1]) && words[first].Start - words[first - 1].End == 1) first--;
        return previous[words[first].Start..words[last].End];
    }

    [GeneratedRegex(@"^\s*(?:and|but|or|also|so|then|(?:what|how)\s+about|what\s+of)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EllipsisPattern();

    [GeneratedRegex(@"\b(?:it|its|he|him|his|she|her|they|them|their)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PronounPattern();

    [GeneratedRegex(@"\b(?:this|that|these|those|there|then|same|one|ones)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DemonstrativePattern();

    [GeneratedRegex(@"\bit\s+(?:takes?|took|taken)\b|\bis\s+it\s+(?:true|possible)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExpletivePattern();
}
