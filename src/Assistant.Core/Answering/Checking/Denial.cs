namespace Assistant.Core.Answering.Checking;

/// <summary>A denial in a sentence.</summary>
/// <param name="Cue">The word that denies.</param>
/// <param name="Next">The word after it, which may be a verb without content of its own ("give up"); null at the end.</param>
/// <param name="Scope">The content words that it denies; may be empty.</param>
/// <param name="IsOfNoun">It denies a noun ("no survivors"), not a verb.</param>
internal sealed record Denial(TextWord Cue, TextWord? Next, IReadOnlyList<TextWord> Scope, bool IsOfNoun)
{
    private const int HeadLength = 2;

    /// <summary>Words of the scope that are denied as much as the first.</summary>
    public IReadOnlyList<TextWord> Further { get; init; } = [];

    /// <summary>The words it denies first of all; for "no danger of dying out" those behind the danger too.</summary>
    public IEnumerable<TextWord> Head => Scope.Take(HeadLength + Scope.Take(HeadLength).Count(static word => Lexicon.EmptyNouns.Contains(word.Folded) || Lexicon.EnablingVerbs.Contains(word.Folded))).Union(Further);

    /// <summary>Whether both deny a same word that is no name, or one of them denies names only.</summary>
    public bool SharesPlainWith(Denial other) => Scope.All(static word => word.IsCapital) || other.Scope.All(static word => word.IsCapital) ? SharesWith(other)
        : Scope.Any(word => !word.IsCapital && other.Scope.Any(denied => WordForms.AreForms(word, denied)));

    /// <summary>Whether both deny a same word.</summary>
    public bool SharesWith(Denial other) => Scope.Any(word => other.Scope.Any(denied => WordForms.AreForms(word, denied)));
}
