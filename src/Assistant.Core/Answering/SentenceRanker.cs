using System.Globalization;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Ranks the sentences of the passages that were read.</summary>
/// <remarks>
/// Score = support + 4 · fused score (the reader's card) + a quarter of how far the sentence's best span is behind the
/// passage's best span + a bonus for naming what the question names. Pure and thread-safe.
/// </remarks>
internal static class SentenceRanker
{
    private const double FusionWeight = 4;
    private const double SpanWeight = 0.25;
    private const double NameWeight = 1;
    private const double MissingNameWeight = 2;

    /// <summary>Ranks all sentences that hold an answer span.</summary>
    /// <param name="question">What the reader saw.</param>
    /// <param name="passages">The passages that were read.</param>
    /// <param name="readings">[passages], in the same order.</param>
    /// <returns>Best first, ties by passage id, then position.</returns>
    public static IReadOnlyList<SentenceCandidate> Rank(
        string question, IReadOnlyList<RankedPassage> passages, IReadOnlyList<Reading> readings)
    {
        var names = QuestionNames.Of(question);
        return
        [
            .. passages
                .Zip(readings, (passage, reading) => CandidatesOf(names, passage, reading))
                .SelectMany(static candidates => candidates)
                .OrderByDescending(static candidate => candidate.Score)
                .ThenBy(static candidate => candidate.Passage.PassageId)
                .ThenBy(static candidate => candidate.Sentence.Start),
        ];
    }

    private static IEnumerable<SentenceCandidate> CandidatesOf(QuestionNames names, RankedPassage passage, Reading reading)
    {
        if (reading.BestSpan() is not { } best) yield break;
        var description = Describe(passage);
        var missing = names.MissingFrom($"{description}\n{passage.Text}");
        foreach (var sentence in SentenceSplitter.Split(passage.Text))
        {
            if (reading.BestSpan(sentence.Start, sentence.End) is not { } span) continue;
            var features = new AnswerFeatures(
                reading.SupportLogit, span.Score - reading.NullScore, passage.FusedScore, Share(missing.Count, names));
            var text = passage.Text[sentence.Start..sentence.End];
            var named = 1 - Share(names.MissingFrom(text).Count, names);
            var score = features.Support + (FusionWeight * passage.FusedScore) + (SpanWeight * (span.Score - best.Score))
                + (NameWeight * named) - (MissingNameWeight * features.MissingNames);
            yield return new SentenceCandidate(passage, sentence, span, features, missing, score);
        }
    }

    private static double Share(int count, QuestionNames names) => names.Count == 0 ? 0 : (double)count / names.Count;

    private static string Describe(RankedPassage passage) => string.Join(
        '\n', passage.Title, passage.Heading, passage.PublishedAt?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}
