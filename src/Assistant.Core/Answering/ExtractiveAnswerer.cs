using System.Text.RegularExpressions;

namespace Assistant.Core.Answering;

/// <summary>Turns ranked quotes into an answer's citations and sentences: each sentence is its own quote.</summary>
/// <remarks>
/// A further quote has to answer by itself: two in three that do on the development sets are right, one in five of the
/// others. Thread-safe.
/// </remarks>
internal sealed partial class ExtractiveAnswerer(AnswerabilityGate gate)
{
    private const double MaximumScoreGap = 2;
    private const double LeastProbabilityAlone = 0.6;

    /// <summary>Chooses quotes, from different articles first.</summary>
    /// <param name="ranked">All quotes, best first; may be empty.</param>
    /// <param name="maximum">Most quotes.</param>
    /// <returns>The best quote and those near to it that answer when read alone; empty when the best does not pass the gate.</returns>
    public IReadOnlyList<AnswerCandidate> Choose(IReadOnlyList<AnswerCandidate> ranked, int maximum)
    {
        if (ranked.Count == 0 || !gate.Passes(ranked[0])) return [];
        IReadOnlyList<AnswerCandidate> eligible = [ranked[0], .. ranked.Skip(1).Where(candidate => AnswersToo(candidate, ranked[0]))];
        return
        [
            .. eligible.DistinctBy(static candidate => candidate.Article.Id).Concat(eligible)
                .DistinctBy(static candidate => OneLine(candidate.Text).ToUpperInvariant())
                .Take(maximum),
        ];
    }

    /// <summary>The citation of a quote.</summary>
    public static Citation ToCitation(AnswerCandidate candidate, int index) =>
        Citation.Of(index + 1, candidate.Article, candidate.Passage.PassageId, candidate.Quote);

    /// <summary>The sentence that quotes a citation, on one line.</summary>
    public static AnswerSentence ToSentence(Citation citation) =>
        new(OneLine(citation.Quote), [citation.Number], Verdict.Supported);

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneLine(string text) => BlankPattern().Replace(text, " ").Trim();

    private bool AnswersToo(AnswerCandidate candidate, AnswerCandidate best) =>
        best.Score - candidate.Score <= MaximumScoreGap
        && gate.Passes(candidate) && gate.ProbabilityAlone(candidate) >= LeastProbabilityAlone;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankPattern();
}
