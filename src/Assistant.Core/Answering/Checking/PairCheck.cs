namespace Assistant.Core.Answering.Checking;

/// <summary>Words that stand side by side in a claim must not come from both sides of a contrast.</summary>
/// <remarks>"The roof stands" from "the roof is lost, but the towers stand": behind "roof" stands "lost", before "stand" stand "towers". Pure and thread-safe.</remarks>
internal static class PairCheck
{
    /// <summary>Why two words do not belong together; null when all do.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        foreach (var part in window.Claim.Parts)
        {
            var words = part.Words.Where(window.Content.Contains).ToList();
            foreach (var (left, right) in words.Zip(words.Skip(1)))
                if (AreApart(window, part, left, right)) return $"the cited passage does not say “{right.Text}” of “{left.Text}”";
        }

        return AreSwapped(window) || AreJoined(window) ? "the cited passage says it of the other side" : null;
    }

    /// <summary>"The coast wanted to join, but the towns were against", from "the towns wanted to join, but the coast was against": each part has words of both sides.</summary>
    private static bool AreSwapped(SupportWindow window)
    {
        if (ContrastOf(window.Chosen[0].Words) is not { } contrast || ContrastOf(window.Claim.Words) is not { } own) return false;
        return HasBothSides(window, contrast, word => word.Start < own.Start) && HasBothSides(window, contrast, word => word.Start > own.Start);
    }

    /// <summary>"give up both A and B", from "give up A but keep B".</summary>
    private static bool AreJoined(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(static word => word.Folded == "both") is { } both && ContrastOf(window.Claim.Words) is null
        && ContrastOf(window.Chosen[0].Words) is { } contrast && HasBothSides(window, contrast, word => word.Start > both.Start);

    /// <summary>The only word of contrast inside a sentence; null for none or several.</summary>
    private static TextWord? ContrastOf(IReadOnlyList<TextWord> words) =>
        words.Where(static (word, index) => index > 0 && Lexicon.Contrasts.Contains(word.Folded)).ToList() is [var contrast] ? contrast : null;

    private static bool HasBothSides(SupportWindow window, TextWord contrast, Func<TextWord, bool> isOfPart)
    {
        var places = window.Content.Where(isOfPart)
            .Select(word => window.Chosen[0].Words.Where(other => WordForms.AreForms(word, other)).ToList())
            .Where(static places => places.Count == 1).Select(static places => places[0].Start).ToList();
        return places.Exists(place => place < contrast.Start) && places.Exists(place => place > contrast.Start);
    }

    private static bool AreApart(SupportWindow window, ClausePart part, TextWord left, TextWord right)
    {
        var before = Alignment.PlacesOf(window, left);
        var after = Alignment.PlacesOf(window, right);
        return before.Count > 0 && after.Count > 0 && before.All(first => after.All(second =>
            first.Sentence == second.Sentence && IsContrast(first, second)
            && Neighbour(first, 1) is { } next && Neighbour(second, -1) is { } previous && !part.Holds(next) && !part.Holds(previous)));
    }

    /// <summary>"but", "while", "although" or a semicolon stands between the two.</summary>
    private static bool IsContrast(Occurrence first, Occurrence second)
    {
        var (start, end) = (Math.Min(first.Word.Start, second.Word.Start), Math.Max(first.Word.Start, second.Word.Start));
        return first.Sentence.Text.AsSpan(start, end - start).Contains(';')
            || first.Sentence.Words.Any(word => word.Start > start && word.Start < end && Lexicon.Contrasts.Contains(word.Folded));
    }

    /// <summary>The content word beside a place in its part of the sentence; null at the part's edge.</summary>
    private static TextWord? Neighbour(Occurrence place, int step)
    {
        var content = place.Part.Words.Where(word => word == place.Word || !word.IsFunction).ToList();
        var index = content.IndexOf(place.Word) + step;
        return index < 0 || index >= content.Count ? null : content[index];
    }
}
