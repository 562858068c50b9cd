namespace Assistant.Core.Answering.Checking;

/// <summary>A claim that takes its words from one sentence in their order and leaves some out is for tier two: what is left out may turn it round.</summary>
/// <remarks>"Only the youngest agreed to leave" has "the youngest agreed to leave". Pure and thread-safe.</remarks>
internal static class CutCheck
{
    /// <summary>Why tier two must read the claim; null when it is not cut from a sentence.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var claimed = window.Claim.Words.Where(static word => !word.IsFunction).ToList();
        return window.Chosen.Any(sentence => IsInOrder(claimed.FindAll(word => !word.IsCapital || sentence.Words.Any(other => AreSame(word, other))), sentence.Words) && sentence.Words.Any(word => !IsIdle(word) && !window.Claim.Words.Any(own => AreSame(own, word))))
            ? "it leaves out words of the sentence it repeats" : null;
    }

    private static bool IsInOrder(List<TextWord> claimed, IReadOnlyList<TextWord> said)
    {
        var matched = 0;
        foreach (var word in said)
            if (matched < claimed.Count && AreSame(claimed[matched], word)) matched++;
        return matched == claimed.Count;
    }

    private static bool IsIdle(TextWord word) => word.Folded is "a" or "an" or "the" or "that";

    private static bool AreSame(TextWord claimed, TextWord said) => WordForms.AreForms(claimed, said) || WordForms.AreSameName(claimed, said);
}
