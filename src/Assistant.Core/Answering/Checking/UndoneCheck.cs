using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages undo, lose or still lack, a claim must not tell as there: no "has a majority" for "lost its majority".</summary>
/// <remarks>Looks at the verb before the place of a noun, or of a verb that became a noun ("lifted the ban"). Pure and thread-safe.</remarks>
internal static class UndoneCheck
{
    private static readonly FrozenSet<string> Undoing = Set(
        """
        lift lifts lifted lifting drop drops dropped dropping withdraw withdraws withdrew withdrawn cancel cancels cancelled cancelling
        end ends ended ending abolish abolished scrap scrapped reverse reversed overturn overturned annul annulled revoke revoked repeal repealed
        suspend suspended suspending quash quashed stop stops stopped stopping ceased quit lose loses lost losing escape escapes escaped
        waive waives waived postpone postponed need needs needed await awaits awaited seek seeks sought
        """);

    private static readonly FrozenSet<string> Having = Set("has have had given got kept keeps called began started held won received made makes went into brought back backs backed");

    /// <summary>Why something is not there any more, or not yet; null when it is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Claim.Polarity.Scopes.Count > 0) return null;
        return window.Claim.Words.FirstOrDefault(word => word.IsPlain && !IsQualified(window.Claim, word) && IsUndone(window, word)) is { } undone
            ? $"the cited passage says the opposite of “{undone.Text}”" : null;
    }

    /// <summary>The claim says itself that it is undone.</summary>
    private static bool IsQualified(ClaimText claim, TextWord word) => claim.Words.Any(other => other != word
        && Undoing.Contains(other.Folded));

    private static bool IsUndone(SupportWindow window, TextWord word)
    {
        var isHad = WordForms.IsPast(word) || (BeforeNoun(window.Claim.Words, word) is { } verb && Having.Contains(verb.Folded));
        var places = Alignment.BestPlaces(window, word, other => WordForms.AreForms(word, other));
        return places.Any(place => IsUndoneAt(place) && (isHad || place.Word.Folded.EndsWith("ing", StringComparison.Ordinal)));
    }

    private static bool IsUndoneAt(Occurrence place) =>
        !place.Word.IsClauseStart && BeforeNoun(place.Sentence.Words, place.Word) is { } verb && Undoing.Contains(verb.Folded);

    /// <summary>The word before a noun and its article; null for none.</summary>
    private static TextWord? BeforeNoun(IReadOnlyList<TextWord> words, TextWord noun) => words.TakeWhile(word => word != noun).Reverse()
        .FirstOrDefault(static word => word.Folded is not ("the" or "a" or "an" or "its" or "his" or "her" or "their" or "this" or "any"));

    private static FrozenSet<string> Set(string words) =>
        FrozenSet.ToFrozenSet(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
