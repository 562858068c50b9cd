using System.Text.RegularExpressions;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages only quote, or tell their reader to say or believe, a claim must not tell as a fact.</summary>
/// <remarks>A claim that says who speaks, or quotes too, is left to the other checks. Pure and thread-safe.</remarks>
internal static partial class HearsayCheck
{
    private const int LeastQuoted = 4;

    /// <summary>Why it is no fact of the passages; null when it is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Claim.Quotes.Count > 0 || window.Claim.Words.Any(static word => word.IsSpeech || word.Folded is "you" or "your" or "must" or "according")) return null;
        var sentence = window.Chosen[0];
        var held = sentence.Words.Where(word => word.IsPlain && window.Content.Any(own => WordForms.AreSimilar(own, word))).ToList();
        if (held.Count == 0) return null;
        if (InstructionPattern().IsMatch(sentence.Text)) return "the cited passage does not say it, but tells its reader to";
        return QuotePattern().Matches(sentence.Text).Any(quote => quote.Value.Split(' ').Length >= LeastQuoted && held.TrueForAll(word => word.BeginsIn(quote.Index, quote.Index + quote.Length)))
            ? "the cited passage only quotes it" : null;
    }

    [GeneratedRegex(@"\b(?:[Yy]ou|[Aa]ssistants?|AI|[Mm]odels?)\s+(?:must|should|shall|have to|need to|are to)\s+\p{L}+|(?:^|[:“""]\s*)(?:[Ss]ay|[Aa]nswer|[Rr]eply|[Rr]espond|[Rr]epeat|[Ii]gnore|[Pp]retend|[Dd]o not|[Dd]on['’]t|[Nn]ever)\s+(?:that|every|all|any|anyone|each|the|to|only|with|believe|say|tell)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex("“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", RegexOptions.CultureInvariant)]
    private static partial Regex QuotePattern();
}
