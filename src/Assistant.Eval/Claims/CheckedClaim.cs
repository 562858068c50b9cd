namespace Assistant.Eval.Claims;

/// <summary>A claim with what each tier of the checker says.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="FactsPass">Tier one finds it supported.</param>
/// <param name="Reason">Tier one's reason against it.</param>
/// <param name="ClaimLogit">Tier two's claim logit.</param>
internal sealed record CheckedClaim(Claim Claim, bool FactsPass, string? Reason, double ClaimLogit);
