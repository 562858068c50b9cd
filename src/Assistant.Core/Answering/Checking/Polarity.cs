namespace Assistant.Core.Answering.Checking;

/// <summary>What a sentence denies: the words in the scope of each word of denial.</summary>
/// <remarks>The scope is the next few content words of the same clause. Pure and thread-safe.</remarks>
internal sealed record Polarity
{
    private const int ScopeLength = 4;

    private Polarity(IReadOnlyList<IReadOnlyList<TextWord>> scopes, IReadOnlyList<TextWord> implied)
    {
        Scopes = scopes;
        Implied = implied;
    }

    /// <summary>Words in the scope of each denial, in order.</summary>
    public IReadOnlyList<IReadOnlyList<TextWord>> Scopes { get; }

    /// <summary>Words that can stand for a denial.</summary>
    public IReadOnlyList<TextWord> Implied { get; }

    /// <summary>All denied words.</summary>
    public IEnumerable<TextWord> Denied => Scopes.SelectMany(static scope => scope);

    /// <summary>Finds what the words deny.</summary>
    public static Polarity Of(IReadOnlyList<TextWord> words)
    {
        var scopes = new List<IReadOnlyList<TextWord>>();
        for (var i = 0; i < words.Count; i++)
            if (Denies(words, i)) scopes.Add(Scope(words, i + 1));
        return new Polarity(
            scopes,
            words.Where(static word => Lexicon.ImplicitNegations.Contains(word.Folded)).ToList());
    }

    private static bool Denies(IReadOnlyList<TextWord> words, int index)
    {
        var next = index + 1 < words.Count ? words[index + 1].Folded : string.Empty;
        if (Lexicon.NegativeVerbs.Contains(words[index].Folded)) return next is "to" or "in";
        if (!words[index].IsNegation) return false;
        return !IsIdiom(words[index].Folded, next);
    }

    /// <summary>"not only", "not just", "no more than", "no later than", "never before" deny nothing of what follows.</summary>
    private static bool IsIdiom(string word, string next) => (word, next) switch
    {
        ("not", "only" or "just" or "merely" or "least") => true,
        ("no" or "not", "more" or "less" or "fewer" or "later" or "earlier") => true,
        ("never", "before") => true,
        ("no", "doubt") => true,
        _ => false,
    };

    private static List<TextWord> Scope(IReadOnlyList<TextWord> words, int first)
    {
        var scope = new List<TextWord>();
        for (var i = first; i < words.Count && scope.Count < ScopeLength; i++)
        {
            if (i > first && (words[i].IsClauseStart || words[i].Folded is "because" or "unless" or "until" or "than")) break;
            if (!words[i].IsFunction) scope.Add(words[i]);
        }

        return scope;
    }
}
