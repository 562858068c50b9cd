using Assistant.Core.Answering.Checking;
using Assistant.Core.Ingestion;

namespace Assistant.Core.Answering;

/// <summary>Decides whether a sentence follows from the passages it cites: facts first, then the claim model.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="reader">Tier two.</param>
public sealed class CitationChecker(ClaimReader reader)
{
    /// <summary>Least logit of a claim that has nothing against it.</summary>
    /// <remarks>This and the next: chosen on claims of the dev files whose articles the model did not see in training; see eval/claims.</remarks>
    public const double LeastLogit = -3;

    /// <summary>Least logit of a claim that is doubtful.</summary>
    public const double LeastLogitOfDoubtful = 2.5;

    /// <summary>Checks a sentence.</summary>
    /// <param name="sentence">The sentence without citation markers.</param>
    /// <param name="passages">The passages it cites.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The verdict with its reason, and the span of the passage that the sentence stands on.</returns>
    public CheckResult Check(string sentence, IReadOnlyList<CitedPassage> passages, CancellationToken cancellationToken)
    {
        var facts = FactChecker.Check(sentence, passages);
        return facts.Passage < 0 || facts.Verdict is Verdict.Unsupported ? facts
            : Judge(facts, reader.Logit(sentence, passages[facts.Passage], new TextSpan(facts.Start, facts.End), cancellationToken));
    }

    /// <summary>Puts the tiers together: tier two may refuse what is no copy and support what is subtle or doubtful, but not what is contradicted.</summary>
    /// <param name="facts">What tier one says.</param>
    /// <param name="logit">Tier two's log-odds that the passage supports the sentence.</param>
    public static CheckResult Judge(CheckResult facts, double logit)
    {
        if (facts.IsCopy || logit >= LeastLogitFor(facts)) return facts with { Verdict = Verdict.Supported, Reason = null, ClaimLogit = logit };
        return IsOpen(facts)
            ? facts with { Verdict = Verdict.Partly, Reason = "the claim model does not find it in the cited passage", ClaimLogit = logit }
            : facts with { ClaimLogit = logit };
    }

    private static double LeastLogitFor(CheckResult facts)
    {
        if (IsOpen(facts)) return LeastLogit;
        return facts.Verdict is Verdict.Partly ? LeastLogitOfDoubtful : double.PositiveInfinity;
    }

    /// <summary>Tier one has nothing against it.</summary>
    private static bool IsOpen(CheckResult facts) => facts.Verdict is Verdict.Supported || facts.IsSubtle;
}
