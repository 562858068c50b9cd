using Assistant.Core.Answering;

namespace Assistant.Eval.Claims;

/// <summary>A claim with what each tier of the checker says.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="FactsPass">Tier one finds it supported.</param>
/// <param name="Reason">Tier one's reason against it.</param>
/// <param name="Reading">What tier two says.</param>
internal sealed record CheckedClaim(Claim Claim, bool FactsPass, string? Reason, ClaimReading Reading)
{
    /// <summary>Tier two finds it supported.</summary>
    public bool ReaderPasses => Reading.Reason is null;

    /// <summary>Both tiers find it supported.</summary>
    public bool Passes => FactsPass && ReaderPasses;
}
