namespace Assistant.Core.Answering.Checking;

/// <summary>A Yes of a claim must not stand where the passages have a No: no "campaigned for a No" for "campaigned for a Yes".</summary>
/// <remarks>Looks at the first Yes or No behind the word or number that stands before the claim's. Pure and thread-safe.</remarks>
internal static class VoteCheck
{
    private const int Reach = 4;

    /// <summary>Why a vote is the wrong one; null when none is.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => IsVote(window.Claim.Words, word) && IsOther(window, word)) is { } vote
            ? $"the cited passage says the opposite of “{vote.Text}”" : null;

    private static bool IsOther(SupportWindow window, TextWord vote)
    {
        var said = Voters(window, vote).ToList();
        return said.Count > 0 && said.TrueForAll(other => IsYes(other) != IsYes(vote));
    }

    /// <summary>The votes of the passages that stand behind the number before the claim's vote, or else behind the word before it.</summary>
    private static IEnumerable<TextWord> Voters(SupportWindow window, TextWord vote)
    {
        var before = window.Claim.Words.TakeWhile(word => word != vote).TakeLast(Reach).ToList();
        var number = window.Claim.Quantities.LastOrDefault(quantity => before.Exists(word => word.BeginsIn(quantity.Start, quantity.End)));
        if (number is not null)
            return window.All.SelectMany(sentence => sentence.Quantities.Where(number.Agrees).Select(other => FirstVote(sentence.Words, other.End))).OfType<TextWord>();
        return before.LastOrDefault(static word => !word.IsFunction) is { } verb
            ? Alignment.BestPlaces(window, verb, other => WordForms.AreForms(verb, other)).Select(static place => FirstVote(place.Sentence.Words, place.Word.End)).OfType<TextWord>() : [];
    }

    private static TextWord? FirstVote(IReadOnlyList<TextWord> words, int start) =>
        words.SkipWhile(word => word.Start < start).Take(Reach).FirstOrDefault(word => IsVote(words, word));

    private static bool IsYes(TextWord vote) => vote.Folded is "yes" or "for";

    /// <summary>"a Yes", "a No", "said yes to", "voted against".</summary>
    private static bool IsVote(IReadOnlyList<TextWord> words, TextWord word) => word.Folded == "yes"
        || (word.Folded is "for" or "against" && TextWords.Before(words, word)?.Folded is "vote" or "votes" or "voted" or "voting")
        || word is { Text: "No", IsClauseStart: false };
}
