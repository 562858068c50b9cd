using Assistant.Core;
using Assistant.Core.Answering;
using Assistant.Core.Answering.Checking;

namespace Assistant.Eval.Claims;

/// <summary>A claim with what each tier of the checker says.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Facts">What tier one says.</param>
/// <param name="Logit">Tier two's log-odds that the passage supports the claim.</param>
internal sealed record CheckedClaim(Claim Claim, CheckResult Facts, double Logit)
{
    /// <summary>Tier one finds it supported.</summary>
    public bool FactsPass => Facts.Verdict == Verdict.Supported;

    /// <summary>Tier two finds it supported.</summary>
    public bool ModelPasses => Logit >= CitationChecker.LeastLogitOfDoubtful;

    /// <summary>What both tiers together say.</summary>
    public CheckResult Judged { get; } = CitationChecker.Judge(Facts, Logit);

    /// <summary>Both together find it supported.</summary>
    public bool Passes => Judged.Verdict == Verdict.Supported;
}
