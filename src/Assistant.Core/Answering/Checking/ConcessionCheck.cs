using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages give as a reason a claim must not tell as an obstacle: no "despite the storm" for "because of the storm".</summary>
/// <remarks>Looks at the words behind the connective, in the same part of the sentence. Pure and thread-safe.</remarks>
internal static class ConcessionCheck
{
    private const double LeastShare = 0.65;

    private static readonly FrozenSet<string> Conceding = Set("although though despite spite notwithstanding however but yet nevertheless still regardless");
    private static readonly FrozenSet<string> Giving = Set("because owing due thanks as since");

    /// <summary>Why it is no obstacle; null when it is one or none is told.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        if (window.Claim.Words.FirstOrDefault(static word => word.Folded is "although" or "though" or "despite" or "spite") is not { } concession) return null;
        var told = Behind(window.Claim.Parts, concession).Where(window.Content.Contains).ToList();
        return told.Count > 0 && window.Chosen.Any(sentence => IsReason(sentence, told)) ? $"the cited passage gives as a reason what stands behind “{concession.Text}”" : null;
    }

    private static bool IsReason(PassageSentence sentence, List<TextWord> told) =>
        !sentence.Words.Any(static word => Conceding.Contains(word.Folded))
        && sentence.Words.Any(word => Giving.Contains(word.Folded) && SupportWindow.Share(told, Behind(sentence.Parts, word)) >= LeastShare);

    private static List<TextWord> Behind(IReadOnlyList<ClausePart> parts, TextWord connective) =>
        [.. parts.First(part => part.Words.Contains(connective)).Words.SkipWhile(word => word != connective).Skip(1)];

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
