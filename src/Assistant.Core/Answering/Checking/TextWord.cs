namespace Assistant.Core.Answering.Checking;

/// <summary>A word of a sentence under check.</summary>
/// <param name="Text">As written, without a possessive ending.</param>
/// <param name="Folded">Lower case, without marks.</param>
/// <param name="Stem">Porter stem of the folded word.</param>
/// <param name="Start">First UTF-16 code unit in the text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="IsClauseStart">A clause begins here: punctuation or a conjunction stands before it.</param>
internal sealed record TextWord(string Text, string Folded, string Stem, int Start, int End, bool IsClauseStart)
{
    /// <summary>Has a digit.</summary>
    public bool HasDigit { get; } = Text.Any(char.IsDigit);

    /// <summary>Has a letter.</summary>
    public bool HasLetter { get; } = Text.Any(char.IsLetter);

    /// <summary>Begins with a capital letter, or mixes letters and digits.</summary>
    public bool IsCapital { get; } = char.IsUpper(Text[0]) || (Text.Any(char.IsDigit) && Text.Any(char.IsUpper));

    /// <summary>Carries no content of its own.</summary>
    public bool IsFunction { get; } = Lexicon.FunctionWords.Contains(Folded);

    /// <summary>Carries content, and is neither a name nor a number.</summary>
    public bool IsPlain => !IsFunction && !IsCapital && !HasDigit;

    /// <summary>Says who speaks.</summary>
    public bool IsSpeech { get; } = Lexicon.SpeechVerbs.Contains(Folded);

    /// <summary>Says what a name is of ("party", "university"), and names nothing by itself.</summary>
    public bool IsKindOfName { get; } = Lexicon.KindsOfName.Contains(Folded);

    /// <summary>Denies what follows.</summary>
    public bool IsNegation { get; } = Lexicon.Negations.Contains(Folded) || Folded.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Begins in a range of the text.</summary>
    public bool BeginsIn(int start, int end) => Start >= start && Start < end;
}
