namespace Assistant.Core.Answering.Checking;

/// <summary>Where a part of a claim repeats a part of the passages and both deny, both must have as many words of denial, or two more or fewer.</summary>
/// <remarks>
/// In a sentence with several denials each other check finds one of them for each word; only their number tells
/// "why the brakes did stop" from "why the brakes did not stop", behind "it was not known". Pure and thread-safe.
/// </remarks>
internal static class ParityCheck
{
    private const int LeastWords = 1;
    private const double LeastShare = 0.8;

    /// <summary>Why the number of denials does not fit; null when it does.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var part in window.Claim.Parts)
        {
            var twins = window.All.SelectMany(sentence => sentence.Parts.Where(other => AreTwins(part, other)).Select(other => Denials(sentence.Polarity, other))).ToList();
            var denials = Denials(window.Claim.Polarity, part);
            if (twins.Count > 0 && denials > 0 && twins.TrueForAll(count => count > 0 && (count - denials) % 2 != 0)) return "it denies more or less than the cited passage";
        }

        return null;
    }

    /// <summary>Nearly all content words of each are in the other.</summary>
    private static bool AreTwins(ClausePart left, ClausePart right) => Share(left, right) >= LeastShare && Share(right, left) >= LeastShare;

    private static double Share(ClausePart part, ClausePart other)
    {
        var content = part.Words.Where(static word => !word.IsFunction && !word.IsNegation).ToList();
        return content.Count < LeastWords ? 0 : content.Count(word => other.Words.Any(known => WordForms.AreForms(word, known))) / (double)content.Count;
    }

    private static int Denials(Polarity polarity, ClausePart part) =>
        polarity.Scopes.Count(denial => denial.Cue.Folded != "nor" && part.Words.Contains(denial.Cue));
}
