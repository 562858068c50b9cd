namespace Assistant.Core.Answering.Checking;

/// <summary>A word that has an opposite must not be taken from a sentence that says nothing else of its part of the claim: no "festivals are banned" where the fights are.</summary>
/// <remarks>Other words may come from anywhere: tried on all, the check refused five true sentences for each false one. Pure and thread-safe.</remarks>
internal static class CohesionCheck
{
    private const int LeastWords = 3;

    /// <summary>Why a word does not belong there; null when all do.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Parts.Select(part => Stray(window, part)).FirstOrDefault(static word => word is not null) is { } stray
            ? $"the cited passage says “{stray.Text}” of something else" : null;

    private static TextWord? Stray(SupportWindow window, ClausePart part)
    {
        var words = part.Words.Where(word => window.Content.Contains(word) && !Lexicon.LightWords.Contains(word.Folded)).ToList();
        if (words.Count < LeastWords || window.BestFor(words) is not { } best) return null;
        var near = window.ContextOf(best).Append(best).Concat(window.All.Where(other => window.ContextOf(other).Contains(best))).ToList();
        return words.Find(word => !word.IsCapital && OppositeCheck.IsPolar(word) && !near.Exists(sentence => sentence.Holds(word)) && !window.Title.Any(other => WordForms.AreSimilar(word, other))
            && window.All.Where(sentence => sentence.Holds(word)).Select(sentence => words.Count(other => sentence.Holds(other))).DefaultIfEmpty(0).Max() == 1);
    }
}
