using System.Text.RegularExpressions;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Ranks the sentences of the passages that were read.</summary>
/// <remarks>
/// Score = support + 4 · fused score (both of the passage, as the reader's card has it) + 0.35 · how far the sentence's best
/// span is behind the passage's best span. A question, direct or indirect, states nothing and is left out.
/// The last weight was tuned on the development half of eval/news and on shared development sets. Pure and thread-safe.
/// </remarks>
internal static partial class SentenceRanker
{
    private const double FusionWeight = 4;
    private const double SpanWeight = 0.35;

    /// <summary>Ranks all sentences that hold an answer span.</summary>
    /// <param name="passages">The passages that were read.</param>
    /// <param name="readings">[passages], in the same order.</param>
    /// <returns>Best first, ties by passage id, then position.</returns>
    public static IReadOnlyList<SentenceCandidate> Rank(
        IReadOnlyList<RankedPassage> passages, IReadOnlyList<Reading> readings) =>
    [
        .. passages
            .Zip(readings, CandidatesOf)
            .SelectMany(static candidates => candidates)
            .OrderByDescending(static candidate => candidate.Score)
            .ThenBy(static candidate => candidate.Passage.PassageId)
            .ThenBy(static candidate => candidate.Sentence.Start),
    ];

    private static IEnumerable<SentenceCandidate> CandidatesOf(RankedPassage passage, Reading reading)
    {
        if (reading.BestSpan() is not { } best) yield break;
        foreach (var sentence in SentenceSplitter.Split(passage.Text))
        {
            if (reading.BestSpan(sentence.Start, sentence.End) is not { } span) continue;
            if (IsQuestion(passage.Text[sentence.Start..sentence.End], span.Start - sentence.Start)) continue;
            var score = reading.SupportLogit + (FusionWeight * passage.FusedScore) + (SpanWeight * (span.Score - best.Score));
            yield return new SentenceCandidate(passage, sentence, span, score);
        }
    }

    /// <summary>True for "Can it fly?" and for a span within "asked whether it can fly".</summary>
    private static bool IsQuestion(string sentence, int spanStart)
    {
        if (sentence.EndsWith('?')) return true;
        var indirect = IndirectQuestionPattern().Match(sentence);
        return indirect.Success && indirect.Index + indirect.Length <= spanStart
            && !ReplyPattern().IsMatch(sentence.AsSpan()[(indirect.Index + indirect.Length)..spanStart]);
    }

    [GeneratedRegex(@"\b(?:asked|wondered|inquired|enquired)\b[^.]*?\b(?:whether|if)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IndirectQuestionPattern();

    [GeneratedRegex(@"\b(?:replied|answered|responded|said)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyPattern();
}
