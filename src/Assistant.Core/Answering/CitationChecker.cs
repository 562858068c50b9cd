using Assistant.Core.Answering.Checking;

namespace Assistant.Core.Answering;

/// <summary>Decides whether a sentence follows from the passages it cites: facts first, then the reader.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="reader">Tier two; null leaves it out.</param>
public sealed class CitationChecker(ClaimReader? reader)
{
    /// <summary>Checks a sentence.</summary>
    /// <param name="sentence">The sentence without citation markers.</param>
    /// <param name="passages">The passages it cites.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The verdict with its reason, and the span of the passage that the sentence stands on.</returns>
    public CheckResult Check(string sentence, IReadOnlyList<CitedPassage> passages, CancellationToken cancellationToken)
    {
        var facts = FactChecker.Check(sentence, passages);
        if (facts.Verdict != Verdict.Supported || reader is null || facts.Passage < 0) return facts;
        var reading = reader.Read(sentence, passages[facts.Passage], cancellationToken);
        return reading.Reason is null
            ? facts with { ClaimLogit = reading.Logit }
            : facts with { Verdict = Verdict.Partly, Reason = reading.Reason, ClaimLogit = reading.Logit };
    }
}
