using Assistant.Core.Answering.Checking;

namespace Assistant.Core.Answering;

/// <summary>Decides whether a sentence follows from the passages it cites: facts first, then the reader's claim logit.</summary>
/// <remarks>Thread-safe when the claim reader is.</remarks>
/// <param name="readClaim">The reader's claim logit of a sentence and a passage; null leaves out tier two.</param>
public sealed class CitationChecker(Func<string, CitedPassage, CancellationToken, double>? readClaim)
{
    /// <summary>Least claim logit of a supported sentence; chosen on <c>eval/claims/dev.jsonl</c> and <c>dev-2.jsonl</c>.</summary>
    public static double LeastClaimLogit => -2;

    /// <summary>Checks a sentence.</summary>
    /// <param name="sentence">The sentence without citation markers.</param>
    /// <param name="passages">The passages it cites.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The verdict with its reason, and the span of the passage that the sentence stands on.</returns>
    public CheckResult Check(string sentence, IReadOnlyList<CitedPassage> passages, CancellationToken cancellationToken)
    {
        var facts = FactChecker.Check(sentence, passages);
        if (facts.Verdict != Verdict.Supported || readClaim is null || facts.Passage < 0) return facts;
        var logit = readClaim(sentence, passages[facts.Passage], cancellationToken);
        return logit >= LeastClaimLogit
            ? facts with { ClaimLogit = logit }
            : facts with { Verdict = Verdict.Partly, Reason = "the reader does not find it in the cited passage", ClaimLogit = logit };
    }
}
