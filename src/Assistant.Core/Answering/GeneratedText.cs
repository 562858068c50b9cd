using System.Collections.Frozen;
using Assistant.Core.Chat;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Answering;

/// <summary>Watches what a generator writes: for text that is no answer, and for the tokens it says that took.</summary>
/// <remarks>Not thread-safe: one watch follows one answer.</remarks>
/// <param name="maxCharacters">Longest text before it counts as endless.</param>
internal sealed class GeneratedText(int maxCharacters)
{
    private const int WordsToJudge = 12;
    private const int MaximumRepeats = 3;
    private const double LeastFunctionWords = 0.12;

    private static readonly FrozenSet<string> CommonWords = FrozenSet.ToFrozenSet(
        "the of and in to a is was for on that by with as at it from be are an were has have had will not he his they this which said or their its also who but".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private int _characters;
    private int _words;
    private int _common;

    /// <summary>What the generator said last of the tokens; null until it says so.</summary>
    public TokenUsage? Usage { get; private set; }

    /// <summary>Takes a piece of text, or what stands in its place.</summary>
    /// <exception cref="GeneratorException">The text does not end, or a filter stepped in.</exception>
    public void Add(ChatResponseUpdate update)
    {
        if (update.FinishReason == ChatFinishReason.ContentFilter) throw new GeneratorException(GeneratorFailure.Refused);
        foreach (var content in update.Contents.OfType<UsageContent>()) Usage = TokenUsage.Of(content.Details) ?? Usage;
        _characters += update.Text.Length;
        if (_characters > maxCharacters) throw new GeneratorException(GeneratorFailure.Endless);
    }

    /// <summary>Looks at a sentence.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="GeneratorException">The same sentence comes again and again, or the text is not English.</exception>
    public bool IsNew(DraftSentence sentence)
    {
        var count = _seen[sentence.Text] = _seen.GetValueOrDefault(sentence.Text) + 1;
        if (count > MaximumRepeats) throw new GeneratorException(GeneratorFailure.Endless);
        var words = sentence.Text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        _words += words.Length;
        _common += words.Count(CommonWords.Contains);
        if (IsForeignScript(sentence.Text) || (_words >= WordsToJudge && _common < LeastFunctionWords * _words))
            throw new GeneratorException(GeneratorFailure.WrongLanguage);
        return count == 1;
    }

    /// <summary>Says that the text has ended.</summary>
    /// <exception cref="GeneratorException">Nothing, or nothing readable, was written.</exception>
    public void End()
    {
        if (_characters == 0) throw new GeneratorException(GeneratorFailure.Empty);
        if (_words < 2) throw new GeneratorException(GeneratorFailure.Garbage);
    }

    private static bool IsForeignScript(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= WordsToJudge && text.Count(static character => char.IsLetter(character) && character > '\u024F') > letters / 2;
    }
}
