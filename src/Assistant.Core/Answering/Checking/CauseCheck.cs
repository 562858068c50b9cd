namespace Assistant.Core.Answering.Checking;

/// <summary>A cause that a claim gives must be given for the same thing in the passages.</summary>
/// <remarks>Pure and thread-safe.</remarks>
internal static class CauseCheck
{
    private const double LeastShare = 0.65;
    private const int ReachOfLink = 3;

    /// <summary>Why the cause does not fit; null when it does or none is given.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsCause(words, i)) continue;
            var (effect, cause) = Sides(window, words, i);
            if (cause.Count < (IsSequence(words[i]) ? 2 : 1) || effect.Count == 0) continue;
            if (!IsLinked(window, effect, cause) && !(IsSequence(words[i]) && IsTold(window, effect, cause))) return $"the cited passage does not give this cause ({words[i].Text})";
        }

        return null;
    }

    /// <summary>What the word between them joins: what came of it, or later, and the cause, or what came earlier.</summary>
    private static (List<TextWord> Effect, List<TextWord> Cause) Sides(SupportWindow window, IReadOnlyList<TextWord> words, int link)
    {
        var before = window.Content.Where(word => word.Start < words[link].Start).ToList();
        var after = window.Content.Where(word => word.Start > words[link].Start).ToList();
        if (before.Count == 0 && words[link].IsClauseStart) return AtComma(words, link, after);
        if (IsSequence(words[link])) return (before, WithinPart(window.Claim, words[link], after));
        return words[link].Folded is "so" or "therefore" or "thus" ? (after, before) : (before, after);
    }

    private static bool IsCause(IReadOnlyList<TextWord> words, int index)
    {
        var next = index + 1 < words.Count ? words[index + 1].Folded : string.Empty;
        return words[index].Folded switch
        {
            "because" or "owing" or "thanks" or "therefore" or "thus" => true,
            "due" => next == "to",
            "caused" or "triggered" or "forced" or "prompted" => true,
            "led" or "leading" => next == "to",
            "after" => !IsSpan(words, index),
            "so" => words[index].IsClauseStart && next != "far",
            "order" => next == "to" && index > 0 && words[index - 1].Folded == "in",
            _ => false,
        };
    }

    /// <summary>"after nearly seven months", "three days after".</summary>
    private static bool IsSpan(IReadOnlyList<TextWord> words, int index) =>
        words.Skip(index + 1).Take(ReachOfLink).Any(static word => word.HasDigit || QuantityWords.Cardinals.ContainsKey(word.Folded));

    private static bool IsSequence(TextWord word) => word.Folded == "after";

    /// <summary>"after the ruling, and his lawyers …": what comes after stands in the same part of the claim.</summary>
    private static List<TextWord> WithinPart(ClaimText claim, TextWord link, List<TextWord> rest)
    {
        var part = claim.Parts.First(part => part.Words.Contains(link));
        return rest.FindAll(word => word.Start < part.Words[^1].End);
    }

    /// <summary>One sentence tells the first part before the second one: "soldiers looted the palace, and the objects were scattered".</summary>
    private static bool IsTold(SupportWindow window, List<TextWord> later, List<TextWord> earlier) => window.All.Any(sentence =>
        sentence.Parts.Index().Any(part => SupportWindow.Share(earlier, part.Item.Words) >= LeastShare
            && SupportWindow.Share(later, [.. sentence.Parts.Skip(part.Index + 1).SelectMany(static other => other.Words)]) >= LeastShare));

    /// <summary>"Because of the fire, the road was closed": the cause comes first.</summary>
    private static (List<TextWord> Effect, List<TextWord> Cause) AtComma(IReadOnlyList<TextWord> words, int cause, List<TextWord> rest)
    {
        var comma = words.Skip(cause + 1).FirstOrDefault(static word => word.IsClauseStart);
        return comma is null ? ([], rest)
            : ([.. rest.Where(word => word.Start >= comma.Start)], [.. rest.Where(word => word.Start < comma.Start)]);
    }

    /// <summary>One sentence with a word of cause or sequence, or one part of a sentence, holds most of both sides.</summary>
    private static bool IsLinked(SupportWindow window, List<TextWord> before, List<TextWord> after) =>
        window.All.Any(sentence => Joins(window, sentence, before, after));

    private static bool Joins(SupportWindow window, PassageSentence sentence, List<TextWord> before, List<TextWord> after)
    {
        var near = sentence.Words;
        if (!Both(near))
        {
            if (sentence.Words.Count == 0 || sentence.Words[0].Folded is not ("this" or "that" or "they" or "he" or "she" or "it" or "therefore" or "so" or "the")) return false;
            near = [.. window.ContextOf(sentence).SelectMany(static other => other.Words), .. sentence.Words];
            return Both(near) && sentence.Parts.Any(part => IsGivenIn(part, after));
        }

        return sentence.Parts.Any(part => Both(part.Words) || IsGivenIn(part, after));

        bool Both(IReadOnlyList<TextWord> words) =>
            SupportWindow.Share(after, words) >= LeastShare && SupportWindow.Share(before, words) >= LeastShare / 2;
    }

    /// <summary>The part says "because" of the cause, or "led to" of the effect.</summary>
    private static bool IsGivenIn(ClausePart part, List<TextWord> after)
    {
        var link = part.Words.FirstOrDefault(IsLink);
        return link is not null
            && (!Lexicon.CausesFollow.Contains(link.Folded) || SupportWindow.Share(after, [.. part.Words.Where(word => word.Start > link.Start)]) >= LeastShare / 2);
    }

    private static bool IsLink(TextWord word) => Lexicon.CausesFollow.Contains(word.Folded) || Lexicon.EffectsFollow.Contains(word.Folded);
}
