using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>What a sentence denies: the words in the scope of each word of denial.</summary>
/// <remarks>The scope is the next few content words of the same clause. Pure and thread-safe.</remarks>
internal sealed record Polarity
{
    private const int ScopeLength = 6;
    private const int HeadLength = 2;
    private const int ReachOfFrom = 4;
    private const int ReachOfTo = 3;
    private const int ReachOfVerb = 4;

    private static readonly FrozenDictionary<string, string[]> Phrases =
        new (string Word, string[] Next)[] { ("rule", ["out"]), ("rules", ["out"]), ("ruled", ["out"]), ("ruling", ["out"]), ("free", ["of", "from"]), ("far", ["from"]), ("anything", ["but"]), ("absent", ["from"]), ("missing", ["from", "at"]), ("instead", ["of"]), ("rather", ["than"]), ("contrary", ["to"]) }
        .ToFrozenDictionary(static pair => pair.Word, static pair => pair.Next, StringComparer.Ordinal);

    private static readonly string[] Barring = ["banned", "barred", "excluded"];

    private readonly IReadOnlyList<TextWord> _words;

    private Polarity(IReadOnlyList<TextWord> words, IReadOnlyList<Denial> scopes, IReadOnlyList<TextWord> implied)
    {
        _words = words;
        Scopes = scopes;
        Implied = implied;
    }

    /// <summary>The denials in order.</summary>
    public IReadOnlyList<Denial> Scopes { get; }

    /// <summary>Words that can stand for a denial.</summary>
    public IReadOnlyList<TextWord> Implied { get; }

    /// <summary>Whether the word stands in a scope, or what follows it is denied ("set no date", "aware of no error").</summary>
    public bool Denies(TextWord word) => Scopes.Any(denial =>
        denial.Scope.Contains(word) || denial.Next == word || (denial.Cue.Folded is "no" or "nothing" or "nobody" or "none" && TextWords.Before(_words, word)?.Folded is not ("the" or "a" or "an" or "of") && _words.SkipWhile(other => other != word).Skip(1).SkipWhile(static other => other.Folded is "of" or "to" or "for" or "with" or "in").FirstOrDefault() == denial.Cue));

    /// <summary>Finds what the words deny.</summary>
    public static Polarity Of(IReadOnlyList<TextWord> words)
    {
        var scopes = new List<Denial>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsDenial(words, i) is not (> 0 and var length)) continue;
            var next = i + length < words.Count ? words[i + length] : null;
            var scope = IsPassive(words, i) || IsElliptic(words, i, length) ? ScopeBefore(words, i) : Scope(words, i + length);
            var predicate = words[i].Folded is "neither" or "none" && next?.Folded == "of" ? Predicate(words, i, scope) : [];
            scopes.Add(new Denial(words[i], next, [.. scope, .. predicate], length == 1 && Lexicon.NegativeDeterminers.Contains(words[i].Folded)) { Further = [.. BehindOr(words, scope), .. predicate] });
        }

        return new Polarity(words, scopes, [.. words.Where(static word => Lexicon.ImplicitNegations.Contains(word.Folded))]);
    }

    /// <summary>"can no longer hear or see": what stands behind "or".</summary>
    private static IEnumerable<TextWord> BehindOr(IReadOnlyList<TextWord> words, List<TextWord> scope) =>
        words.Zip(words.Skip(1)).Where(pair => pair.First.Folded == "or" && scope.Contains(pair.Second)).Select(static pair => pair.Second);

    /// <summary>"neither of the offers, from A and B, gave enough": what follows the words between commas.</summary>
    private static List<TextWord> Predicate(IReadOnlyList<TextWord> words, int cue, List<TextWord> scope)
    {
        var inserted = words.Skip(cue + 1).SkipWhile(static word => !word.IsClauseStart).ToList();
        return [.. inserted.Skip(1).SkipWhile(static word => !word.IsClauseStart).TakeWhile(static (word, index) => index == 0 || !word.IsClauseStart)
            .Where(word => !word.IsFunction && !scope.Contains(word)).Take(HeadLength + 1)];
    }

    /// <summary>How many words the denial that begins here has; 0 when there is none.</summary>
    private static int IsDenial(IReadOnlyList<TextWord> words, int index)
    {
        var (word, next, third) = (words[index].Folded, FoldedAt(words, index + 1), FoldedAt(words, index + 2));
        if (Lexicon.KeepingVerbs.Contains(word)) return FromAt(words, index);
        if (Lexicon.FailingVerbs.Contains(word)) return next is "to" or "in" || IsSoonTo(words, index) ? 1 : 0;
        if (Lexicon.NegativeVerbs.Contains(word)) return next == "for" ? SpanBeforeTo(words, index) : 1;
        if (Phrase(words, index, word, next) is { } length) return length;
        if (!words[index].IsNegation || IsIdiom(word, next, third) || IsNoun(words, index)) return 0;
        return next is "longer" or "more" or "yet" ? 2 : 1;
    }

    /// <summary>How many words of a phrase deny what follows: "ruled out", "free of", "has yet to"; null when the word begins none.</summary>
    private static int? Phrase(IReadOnlyList<TextWord> words, int index, string word, string next)
    {
        if (LongPhrase(word, next, FoldedAt(words, index + 2)) is { } length) return length;
        if (Phrases.TryGetValue(word, out var second)) return second.Contains(next, StringComparer.Ordinal) ? 2 : 0;
        return word switch
        {
            "place" => index > 0 && words[index - 1].Folded == "in" && next == "of" ? 2 : 0,
            "yet" => next == "to" && !(index > 0 && words[index - 1].IsNegation) ? 2 : 0,
            "too" => IsTooTo(words, index) ? 1 : 0,
            _ => null,
        };
    }

    /// <summary>"ruled himself out of", "remains to be", "too late for"; null when the words are none.</summary>
    private static int? LongPhrase(string word, string next, string third) => (word, next, third) switch
    {
        ("rule" or "rules" or "ruled", _, "out") => 3,
        ("remain" or "remains" or "remained", "to", "be") => 3,
        ("too", "late" or "early" or "soon", "for") => 3,
        _ => null,
    };

    /// <summary>"too weak to hold": what would follow is denied.</summary>
    private static bool IsTooTo(IReadOnlyList<TextWord> words, int index) =>
        FoldedAt(words, index + 2) == "to" && !words[index + 2].IsClauseStart;

    /// <summary>"failed last week to".</summary>
    private static bool IsSoonTo(IReadOnlyList<TextWord> words, int index) =>
        words.Skip(index + 1).Take(ReachOfTo).TakeWhile(static word => !word.IsClauseStart).Any(static word => word.Folded == "to");

    /// <summary>"refused for nine days to": the words up to "to", behind which stands what is denied; 1 when there is none.</summary>
    private static int SpanBeforeTo(IReadOnlyList<TextWord> words, int index)
    {
        var ahead = words.Skip(index + 1).Take(ReachOfFrom + 1).TakeWhile(static word => !word.IsClauseStart && word.Folded != "to").Count() + 1;
        return FoldedAt(words, index + ahead) == "to" ? ahead + 1 : 1;
    }

    /// <summary>"banned from", "kept them from": the words up to "from", behind which stands what is denied; 0 when there is none.</summary>
    private static int FromAt(IReadOnlyList<TextWord> words, int index)
    {
        for (var ahead = 1; ahead <= ReachOfFrom; ahead++)
            if (FoldedAt(words, index + ahead) == "from") return Barring.Contains(words[index].Folded) || FoldedAt(words, index + ahead + 1).EndsWith("ing", StringComparison.Ordinal) ? ahead + 1 : 0;
        return 0;
    }

    /// <summary>"not only", "not just", "no more than", "no later than" and "no doubt" deny nothing of what follows.</summary>
    private static bool IsIdiom(string word, string next, string third) => (word, next) switch
    {
        ("not", "only" or "just" or "merely" or "least") => true,
        ("no" or "not", "more" or "less" or "fewer" or "later" or "earlier") => third == "than",
        ("no", "doubt") or ("nothing", "but") => true,
        _ => false,
    };

    /// <summary>"a clear No".</summary>
    private static bool IsNoun(IReadOnlyList<TextWord> words, int index) => words[index] is { Text: "No", IsClauseStart: false };

    private static string FoldedAt(IReadOnlyList<TextWord> words, int index) => index < words.Count ? words[index].Folded : string.Empty;

    private static List<TextWord> Scope(IReadOnlyList<TextWord> words, int first)
    {
        var scope = new List<TextWord>();
        for (var i = first; i < words.Count && scope.Count < ScopeLength; i++)
        {
            if (i > first && ((words[i].IsClauseStart && !IsListed(words, i)) || EndsScope(words, i, scope))) break;
            if (!words[i].IsFunction) scope.Add(words[i]);
        }

        if (scope.Count == 0 && first < words.Count) scope.Add(words[first]);
        return scope;
    }

    /// <summary>"no schools, electricity or hospitals": a single word in a list that ends with "or".</summary>
    private static bool IsListed(IReadOnlyList<TextWord> words, int index) =>
        words[index] is { IsFunction: false } or { Folded: "or" } && (FoldedAt(words, index + 1) == "or" || words[index].Folded == "or");

    private static bool EndsScope(IReadOnlyList<TextWord> words, int index, List<TextWord> scope) => words[index].Folded switch
    {
        "because" or "unless" or "until" or "than" or "since" => true,
        "when" or "while" or "although" or "though" or "whereas" or "if" or "provided" => scope.Count > 0,
        "as" => scope.Count > 1 && FoldedAt(words, index - 1) == "long",
        "nor" => scope.Count > 0 && IsPast(scope[0].Folded),
        "would" or "will" or "was" or "were" or "had" or "has" => scope.Count > 0 && words.Take(index).TakeLast(ScopeLength).Any(static word => word.Folded == "without"),
        _ => BeginsVerb(words, index, scope),
    };

    /// <summary>"did not back it and rejected": another verb begins, which is not denied; but "has not signed and ratified".</summary>
    private static bool BeginsVerb(IReadOnlyList<TextWord> words, int index, List<TextWord> scope) =>
        words[index].Folded == "and" && ((scope.Count > 0 && !WordForms.IsPast(scope[0]) && index + 1 < words.Count && WordForms.IsPast(words[index + 1]))
            || IsActive(words, index + 1) || FoldedAt(words, index + 1) == "that" || Lexicon.Auxiliaries.Contains(FoldedAt(words, index + 1)) || BeginsClause(words, index));

    /// <summary>"was not affected and entered orbit": a past form with an object right behind it.</summary>
    private static bool IsActive(IReadOnlyList<TextWord> words, int index) =>
        index + 1 < words.Count && IsPast(words[index].Folded) && words[index + 1] is { IsFunction: false, IsClauseStart: false }
        && Lexicon.FormsOfBe.Contains(words.Take(index - 1).LastOrDefault(static word => Lexicon.Auxiliaries.Contains(word.Folded))?.Folded ?? string.Empty);

    /// <summary>"and an appeal is possible": a subject with a verb of its own follows.</summary>
    private static bool BeginsClause(IReadOnlyList<TextWord> words, int index) =>
        words.Skip(index + 1).Take(ReachOfVerb).TakeWhile(static word => !word.IsClauseStart).Skip(1).Any(static word => Lexicon.Auxiliaries.Contains(word.Folded));

    private static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>"the plan was rejected".</summary>
    private static bool IsPassive(IReadOnlyList<TextWord> words, int index) =>
        Lexicon.NegativeVerbs.Contains(words[index].Folded) && words[index].Folded != "unwilling" && index > 1 && Lexicon.FormsOfBe.Contains(words[index - 1].Folded);

    /// <summary>"which it could not", "as he denies": what is denied stands before.</summary>
    private static bool IsElliptic(IReadOnlyList<TextWord> words, int index, int length) =>
        index > 0 && (EndsClause(words, index + length) || (words[index + length].Folded is "be" or "have" or "do" && EndsClause(words, index + length + 1)));

    private static bool EndsClause(IReadOnlyList<TextWord> words, int index) => index >= words.Count || words[index].IsClauseStart || words[index].Folded is "when" or "while";

    private static List<TextWord> ScopeBefore(IReadOnlyList<TextWord> words, int index)
    {
        var scope = new List<TextWord>();
        for (var i = index - 1; i >= 0 && scope.Count < ScopeLength; i--)
        {
            if (!words[i].IsFunction) scope.Add(words[i]);
            if (words[i].IsClauseStart && scope.Count > 0) break;
        }

        return scope;
    }
}
