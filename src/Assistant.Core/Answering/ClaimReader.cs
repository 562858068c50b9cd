using Assistant.Core.Answering.Checking;
using Assistant.Core.Ingestion;
using Assistant.Inference;

namespace Assistant.Core.Answering;

/// <summary>Tier two of the citation check: the reader reads the cited passage with the claim in mind.</summary>
/// <remarks>
/// The claim's logit must not be too low, and where a number, a date or the subject is left out of the claim and asked for,
/// the reader must not find another one in the passage. Thread-safe.
/// </remarks>
/// <param name="reader">The reader.</param>
public sealed class ClaimReader(ReaderModel reader)
{
    // Chosen on the dev files of eval/claims: the least claim logit of a supported sentence, the least score of another
    // answer that counts, and by how much it must be better than the claimed one.
    private const double LeastClaimLogit = -2.5;
    private const double LeastScore = 9.75;
    private const double LeastLead = 1;

    /// <summary>Reads a passage with a claim in mind.</summary>
    /// <param name="sentence">The claim, without citation markers.</param>
    /// <param name="passage">The passage it cites.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ClaimReading Read(string sentence, CitedPassage passage, CancellationToken cancellationToken)
    {
        var questions = SlotQuestion.Of(sentence, passage);
        var readings = reader.Read([sentence, .. questions.Select(static question => question.Text)], new ReaderPassage(passage.Title, passage.Text), cancellationToken);
        var logit = readings[0].ClaimLogit;
        if (logit < LeastClaimLogit) return new ClaimReading(logit, "the reader does not find it in the cited passage");
        var reason = questions.Zip(readings.Skip(1)).Select(pair => Other(pair.First, pair.Second) is { } other
            ? $"the reader finds “{other.Of(passage.Text)}” in the cited passage, not “{pair.First.Claimed}”" : null).FirstOrDefault(static found => found is not null);
        return new ClaimReading(logit, reason);
    }

    /// <summary>Another answer than the claimed one that the reader is sure of.</summary>
    private static TextSpan? Other(SlotQuestion question, Reading reading)
    {
        if (Best(question.Said, reading) is not { } said || Best(question.Others, reading) is not { } other) return null;
        return other.Score >= LeastScore && other.Score > said.Score + LeastLead ? new TextSpan(other.Start, other.End) : null;
    }

    private static AnswerSpan? Best(IReadOnlyList<TextSpan> spans, Reading reading) =>
        spans.Select(span => reading.BestSpan(span.Start, span.End)).OfType<AnswerSpan>().MaxBy(static span => span.Score);
}
