namespace Assistant.Core.Answering.Checking;

/// <summary>A claim that denies something, or stands on a sentence that does, is for tier two: words alone do not tell how far a denial reaches.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class DenialCheck
{
    /// <summary>Why tier two must read the claim; null when neither it nor what it stands on denies anything.</summary>
    public static string? Contradiction(SupportWindow window) =>
        Denies(window.Claim.Polarity) || window.Chosen.Any(static sentence => Denies(sentence.Polarity)) ? "words alone do not tell what it denies" : null;

    private static bool Denies(Polarity polarity) => polarity.Scopes.Count > 0 || polarity.Implied.Count > 0;
}
