using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What the passages except ("everyone but students", "apart from the roof") a claim must not include.</summary>
/// <remarks>A claim with a word of exception or denial of its own is left to the other checks. Pure and thread-safe.</remarks>
internal static class ExceptionCheck
{
    private const int Reach = 4;

    private static readonly FrozenSet<string> Excepting = Set("except excepted exception excluding barring apart aside other but only unless without save");
    private static readonly FrozenSet<string> Everybody = Set("everyone everybody all everything everywhere anyone anybody anything");

    /// <summary>Why something is not included; null when all is.</summary>
    public static string? Contradiction(SupportWindow window)
    {
        var words = window.Claim.Words;
        if (SaysOther(window)) return "the cited passage says it only of one";
        if (ExceptsAlone(window)) return "the cited passage excepts nothing";
        if (words.Any(word => IsException(words, word)) || window.Claim.Polarity.Scopes.Count > 0) return null;
        var excepted = words.FirstOrDefault(word => !word.IsFunction && window.Chosen.Any(sentence => IsAllButSome(sentence.Words, word)))
            ?? words.FirstOrDefault(word => !word.IsFunction && Alignment.PlacesOf(window, word) is { Count: > 0 } places && places.All(IsExcepted));
        return excepted is null ? null : $"the cited passage excepts “{excepted.Text}”";
    }

    /// <summary>"other than" excepts, "most other" does not.</summary>
    private static bool IsException(IReadOnlyList<TextWord> words, TextWord word) =>
        Excepting.Contains(word.Folded) && (word.Folded != "other" || TextWords.After(words, word)?.Folded == "than");

    /// <summary>"any coach but Conti", where the passages except nobody.</summary>
    private static bool ExceptsAlone(SupportWindow window) =>
        window.Claim.Words.Index().Any(pair => pair.Item.Folded == "but" && IsBut([.. window.Claim.Words.Take(pair.Index + 1)]))
        && !window.Chosen.Any(static sentence => sentence.Words.Any(static word => Excepting.Contains(word.Folded)));

    /// <summary>"the other kinds too", where the passages have "only this kind".</summary>
    private static bool SaysOther(SupportWindow window) =>
        window.Claim.Words.Any(static word => word.Folded is "other" or "others") && window.Claim.Polarity.Scopes.Count == 0 && !window.Claim.Words.Any(static word => word.Folded is "only" or "alone" or "than")
        && window.Chosen.Take(1).Any(static sentence => sentence.Words.Any(static word => word.Folded == "only"));

    private static bool IsExcepted(Occurrence place)
    {
        var words = place.Sentence.Words.TakeWhile(word => word != place.Word).ToList();
        var before = words.AsEnumerable().Reverse().TakeWhile(IsLeading).Take(Reach).ToList();
        return before.Exists(static word => word.Folded is "except" or "excluding" or "barring")
            || before.Zip(before.Skip(1)).Any(static pair => Excepts(pair.Second.Folded, pair.First.Folded)) || IsBut(words);
    }

    /// <summary>"every prize but one".</summary>
    private static bool IsAllButSome(IReadOnlyList<TextWord> words, TextWord thing) => words.Index().Skip(2).Any(pair =>
        pair.Item.Folded == "but" && words[pair.Index - 2].Folded is "every" or "all" or "each" && WordForms.AreForms(words[pair.Index - 1], thing)
        && words.ElementAtOrDefault(pair.Index + 1) is { } next && (next.HasDigit || QuantityWords.Cardinals.ContainsKey(next.Folded)));

    /// <summary>Stands between a word of exception and what is excepted, or is one.</summary>
    private static bool IsLeading(TextWord word) =>
        (word.IsFunction && !Lexicon.Auxiliaries.Contains(word.Folded)) || word.IsCapital || Excepting.Contains(word.Folded) || Everybody.Contains(word.Folded);

    private static bool Excepts(string first, string second) => second switch
    {
        "from" => first is "apart" or "aside",
        "than" => first == "other",
        "but" => Everybody.Contains(first),
        _ => false,
    };

    /// <summary>"every day but".</summary>
    private static bool IsBut(List<TextWord> before) =>
        before.Count > 2 && before[^1].Folded == "but" && before.TakeLast(Reach).Any(static word => word.Folded is "every" or "all" or "any");

    private static FrozenSet<string> Set(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
