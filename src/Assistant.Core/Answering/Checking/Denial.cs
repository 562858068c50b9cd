namespace Assistant.Core.Answering.Checking;

/// <summary>A denial in a sentence.</summary>
/// <param name="Cue">The word that denies.</param>
/// <param name="Next">The word after it, which may be a verb without content of its own ("give up"); null at the end.</param>
/// <param name="Scope">The content words that it denies; may be empty.</param>
internal sealed record Denial(TextWord Cue, TextWord? Next, IReadOnlyList<TextWord> Scope)
{
    private const int HeadLength = 2;

    /// <summary>The words it denies first of all.</summary>
    public IEnumerable<TextWord> Head => Scope.Take(HeadLength);
}
