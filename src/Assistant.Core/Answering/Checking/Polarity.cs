namespace Assistant.Core.Answering.Checking;

/// <summary>What a sentence denies: the words in the scope of each word of denial.</summary>
/// <remarks>The scope is the next few content words of the same clause. Pure and thread-safe.</remarks>
internal sealed record Polarity
{
    private const int ScopeLength = 6;

    private Polarity(IReadOnlyList<Denial> scopes, IReadOnlyList<TextWord> implied)
    {
        Scopes = scopes;
        Implied = implied;
    }

    /// <summary>The denials in order.</summary>
    public IReadOnlyList<Denial> Scopes { get; }

    /// <summary>Words that can stand for a denial.</summary>
    public IReadOnlyList<TextWord> Implied { get; }

    /// <summary>Whether the word stands in a scope.</summary>
    public bool Denies(TextWord word) => Scopes.Any(denial => denial.Scope.Contains(word));

    /// <summary>Finds what the words deny.</summary>
    public static Polarity Of(IReadOnlyList<TextWord> words)
    {
        var scopes = new List<Denial>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsDenial(words, i) is not (> 0 and var length)) continue;
            var next = i + length < words.Count ? words[i + length] : null;
            scopes.Add(new Denial(words[i], next, IsPassive(words, i) ? ScopeBefore(words, i) : Scope(words, i + length)));
        }

        return new Polarity(scopes, [.. words.Where(static word => Lexicon.ImplicitNegations.Contains(word.Folded))]);
    }

    /// <summary>How many words the denial that begins here has; 0 when there is none.</summary>
    private static int IsDenial(IReadOnlyList<TextWord> words, int index)
    {
        var (next, third) = (FoldedAt(words, index + 1), FoldedAt(words, index + 2));
        if (words[index].Folded is "ruled" or "rule" or "rules" or "ruling") return next == "out" ? 2 : 0;
        if (Lexicon.FailingVerbs.Contains(words[index].Folded)) return next is "to" or "in" ? 1 : 0;
        if (Lexicon.NegativeVerbs.Contains(words[index].Folded)) return 1;
        if (!words[index].IsNegation || IsIdiom(words[index].Folded, next, third)) return 0;
        return next is "longer" or "more" or "yet" ? 2 : 1;
    }

    /// <summary>"not only", "not just", "no more than", "no later than" and "no doubt" deny nothing of what follows.</summary>
    private static bool IsIdiom(string word, string next, string third) => (word, next) switch
    {
        ("not", "only" or "just" or "merely" or "least") => true,
        ("no" or "not", "more" or "less" or "fewer" or "later" or "earlier") => third == "than",
        ("no", "doubt") => true,
        _ => false,
    };

    private static string FoldedAt(IReadOnlyList<TextWord> words, int index) => index < words.Count ? words[index].Folded : string.Empty;

    private static List<TextWord> Scope(IReadOnlyList<TextWord> words, int first)
    {
        var scope = new List<TextWord>();
        for (var i = first; i < words.Count && scope.Count < ScopeLength; i++)
        {
            if (i > first && (words[i].IsClauseStart || words[i].Folded is "because" or "unless" or "until" or "than" || BeginsVerb(words, i, scope))) break;
            if (!words[i].IsFunction) scope.Add(words[i]);
        }

        if (scope.Count == 0 && first < words.Count) scope.Add(words[first]);
        return scope;
    }

    /// <summary>"did not back it and rejected": another verb begins, which is not denied; but "has not signed and ratified".</summary>
    private static bool BeginsVerb(IReadOnlyList<TextWord> words, int index, List<TextWord> scope) =>
        words[index].Folded == "and" && ((IsPast(FoldedAt(words, index + 1)) && scope.Count > 0 && !IsPast(scope[0].Folded))
            || Lexicon.Auxiliaries.Contains(FoldedAt(words, index + 1)));

    private static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>"the plan was rejected".</summary>
    private static bool IsPassive(IReadOnlyList<TextWord> words, int index) =>
        Lexicon.NegativeVerbs.Contains(words[index].Folded) && index > 1 && (words[index - 1].Folded == "being" || Lexicon.FormsOfBe.Contains(words[index - 1].Folded));

    private static List<TextWord> ScopeBefore(IReadOnlyList<TextWord> words, int index)
    {
        var scope = new List<TextWord>();
        for (var i = index - 1; i >= 0 && scope.Count < ScopeLength; i--)
        {
            if (!words[i].IsFunction) scope.Add(words[i]);
            if (words[i].IsClauseStart) break;
        }

        return scope;
    }
}
