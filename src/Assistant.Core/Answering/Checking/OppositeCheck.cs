using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>A claim must not have the opposite of a word in the place of that word: no "rose" for "fell", no "fair" for "unfair".</summary>
/// <remarks>A denied opposite is no contradiction ("not closed" for "open"). Pure and thread-safe.</remarks>
internal static class OppositeCheck
{
    private const int LeastRoot = 4;

    private static readonly string[] Turning = ["if", "unless", "before", "after", "more", "less", "most", "least", "already"];
    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non"];

    private static readonly FrozenDictionary<string, string[]> Stems = WordGroups.Opposites
        .SelectMany(static pair => from left in pair.Left from right in pair.Right select (Left: WordForms.StemOf(left), Right: WordForms.StemOf(right)))
        .SelectMany(static pair => new[] { pair, (Left: pair.Right, Right: pair.Left) })
        .GroupBy(static pair => pair.Left, static pair => pair.Right, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Why a word is the opposite of what the passages say; null when none is.</summary>
    public static string? Contradiction(SupportWindow window) =>
        window.Claim.Words.FirstOrDefault(word => IsOpposite(window, word) || IsOnlyOpposite(window, word) || IsOppositeOfNumber(window, word)) is { } word
            ? $"the cited passage says the opposite of “{word.Text}”" : null;

    /// <summary>Whether two words are opposites.</summary>
    public static bool AreOpposites(TextWord left, TextWord right) =>
        Stems.GetValueOrDefault(left.Stem, []).Contains(right.Stem, StringComparer.Ordinal) || IsPrefixed(left, right) || IsPrefixed(right, left);

    /// <summary>Whether the word is in the list of opposites.</summary>
    public static bool IsPolar(TextWord word) => Stems.ContainsKey(word.Stem);

    private static bool IsOpposite(SupportWindow window, TextWord word)
    {
        if (word.IsFunction && !Turning.Contains(word.Folded, StringComparer.Ordinal)) return false;
        if (window.Claim.Polarity.Scopes.Any(denial => denial.Cue == word)) return false;
        var places = PlacesOf(window, word);
        var isDenied = window.Claim.Polarity.Denies(word);
        return places.Any(place => AreOpposites(word, place.Word) && !IsAdverb(place) && place.IsDenied == isDenied && !HasItself(window, place.Word));
    }

    /// <summary>"than ever before", "soon after": of no event.</summary>
    private static bool IsAdverb(Occurrence place) =>
        place.Word.Folded is "before" or "after" && TextWords.After(place.Sentence.Words, place.Word) is null or { IsClauseStart: true };

    /// <summary>The sentences that the claim stands on have the opposite, and neither the word nor one like it.</summary>
    private static bool IsOnlyOpposite(SupportWindow window, TextWord word)
    {
        if (!word.IsPlain || !IsPolar(word) || window.Chosen.Any(sentence => sentence.Holds(word))) return false;
        var isDenied = window.Claim.Polarity.Denies(word);
        return window.Chosen.Any(sentence => sentence.Words.Any(other =>
            AreOpposites(word, other) && sentence.Polarity.Denies(other) == isDenied && !window.Claim.Words.Any(own => WordForms.AreSimilar(own, other))));
    }

    /// <summary>"lost all 31 matches", where each part of the passages with that number has the opposite alone.</summary>
    private static bool IsOppositeOfNumber(SupportWindow window, TextWord word)
    {
        if (!word.IsPlain || !IsPolar(word) || window.Claim.IsMeasured(word)) return false;
        var numbers = window.Claim.Parts.First(part => part.Words.Contains(word)).Quantities;
        var isDenied = window.Claim.Polarity.Denies(word);
        return numbers.Any(number => PartsWith(window, number).ToList() is { Count: > 0 } parts && parts.TrueForAll(pair =>
            !pair.Part.Holds(word) && pair.Part.Words.Any(other => AreOpposites(word, other) && pair.Sentence.Polarity.Denies(other) == isDenied && !window.Claim.Words.Any(own => WordForms.AreSimilar(own, other)))));
    }

    private static IEnumerable<(PassageSentence Sentence, ClausePart Part)> PartsWith(SupportWindow window, Quantity number) =>
        window.All.SelectMany(sentence => sentence.Parts.Where(part => part.Quantities.Any(number.Agrees)).Select(part => (sentence, part)));

    /// <summary>The claim has the opposite too, and that stands on itself: "customers who are abroad are flown home".</summary>
    private static bool HasItself(SupportWindow window, TextWord opposite) => window.Claim.Words.Any(word =>
        WordForms.AreForms(word, opposite) && PlacesOf(window, word).Any(place => place.Word == opposite));

    /// <summary>Places of the word and of its opposites; the word itself counts only where another word of the claim is with it.</summary>
    private static IReadOnlyList<Occurrence> PlacesOf(SupportWindow window, TextWord word)
    {
        var places = Alignment.BestPlaces(window, word, other => AreOpposites(word, other) || WordForms.AreSimilar(word, other));
        return WordForms.IsPast(word) && places.All(place => WordForms.AreSimilar(word, place.Word) && !window.Content.Any(other => other != word && place.Sentence.Holds(other)))
            ? Alignment.BestPlaces(window, word, other => WordForms.IsPast(other) && AreOpposites(word, other)) : places;
    }

    /// <summary>"unsafe" and "safe", "illegally" and "legal".</summary>
    private static bool IsPrefixed(TextWord word, TextWord root) =>
        root is { IsFunction: false, IsCapital: false, Folded.Length: >= LeastRoot }
        && Prefixes.Any(prefix => word.Folded.StartsWith(prefix, StringComparison.Ordinal) && Plain(word.Folded.AsSpan(prefix.Length)).SequenceEqual(Plain(root.Folded)));

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word) => word.EndsWith("ly", StringComparison.Ordinal) ? word[..^2] : word;
}
