namespace Assistant.Core.Answering.Checking;

/// <summary>A cause that a claim gives must be given for the same thing in the passages.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class CauseCheck
{
    private const double LeastShare = 0.6;

    /// <summary>Why the cause does not fit; null when it does or none is given.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 1; i < words.Count; i++)
        {
            if (!IsCause(words, i)) continue;
            var before = window.Content.Where(word => word.Start < words[i].Start).ToList();
            var after = window.Content.Where(word => word.Start > words[i].Start).ToList();
            if (after.Count < (words[i].Folded == "after" ? 2 : 1) || before.Count == 0) continue;
            if (!IsLinked(window, before, after)) return $"the cited passage does not give this cause ({words[i].Text})";
        }

        return null;
    }

    private static bool IsCause(IReadOnlyList<TextWord> words, int index)
    {
        var next = index + 1 < words.Count ? words[index + 1].Folded : string.Empty;
        return words[index].Folded switch
        {
            "because" or "owing" or "thanks" => true,
            "due" => next == "to" && index + 2 < words.Count && !words[index + 2].Folded.EndsWith("start", StringComparison.Ordinal),
            "caused" => next == "by",
            "led" => next == "to",
            "after" => true,
            "order" => next == "to" && words[index - 1].Folded == "in",
            _ => false,
        };
    }

    /// <summary>One sentence, or two that lean on each other, holds most of both sides.</summary>
    private static bool IsLinked(SupportWindow window, List<TextWord> before, List<TextWord> after)
    {
        foreach (var sentence in window.All)
        {
            var goesOn = sentence.Words.Count > 0 && sentence.Words[0].Folded is "this" or "that" or "they" or "he" or "she" or "it" or "therefore";
            var near = goesOn ? [.. window.ContextOf(sentence), sentence] : new List<PassageSentence> { sentence };
            if (Best(near, after) >= LeastShare && Best(near, before) >= LeastShare / 2) return true;
        }

        return false;
    }

    private static double Best(List<PassageSentence> sentences, List<TextWord> words) =>
        sentences.Max(sentence => SupportWindow.Share(words, sentence));
}
