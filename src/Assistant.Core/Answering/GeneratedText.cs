using System.Collections.Frozen;
using Assistant.Core.Chat;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Answering;

/// <summary>Watches what a generator writes: for text that is no answer, and for the tokens it says that took.</summary>
/// <remarks>Not thread-safe: one watch follows one answer.</remarks>
/// <param name="maxCharacters">Longest text before it counts as endless.</param>
internal sealed class GeneratedText(int maxCharacters)
{
    private const int LettersToJudge = 12;
    private const int WordsToJudge = 8;
    private const int MaximumRepeats = 3;
    private const double LeastFunctionWords = 0.12;

    private static readonly FrozenSet<string> CommonWords = FrozenSet.ToFrozenSet(
        "the of and in to a is was for on that by with as at it from be are an were has have had will not he his they this which said or their its also who but".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OpenWords = FrozenSet.ToFrozenSet(
        "the a an of and or in to for on that by with as at from but if only than which who is are was were not".Split(' '), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly ThoughtFilter _thoughts = new();
    private int _characters;
    private int _words;
    private int _plainWords;
    private int _common;
    private bool _isCutOff;

    /// <summary>What the generator said last of the tokens; null until it says so.</summary>
    public TokenUsage? Usage { get; private set; }

    /// <summary>Takes a piece of text, or what stands in its place.</summary>
    /// <returns>The text without what the model only thinks.</returns>
    /// <exception cref="GeneratorException">The text does not end, or a filter stepped in.</exception>
    public string Add(ChatResponseUpdate update)
    {
        if (update.FinishReason == ChatFinishReason.ContentFilter) throw new GeneratorException(GeneratorFailure.Refused);
        _isCutOff |= update.FinishReason == ChatFinishReason.Length;
        foreach (var content in update.Contents.OfType<UsageContent>()) Usage = TokenUsage.Of(content.Details) ?? Usage;
        _characters += update.Text.Length;
        if (_characters > maxCharacters) throw new GeneratorException(GeneratorFailure.Endless);
        return _thoughts.Add(update.Text);
    }

    /// <summary>Looks at a sentence.</summary>
    /// <returns>Whether it is new.</returns>
    /// <exception cref="GeneratorException">The same sentence comes again and again.</exception>
    public bool IsNew(DraftSentence sentence)
    {
        var count = _seen[sentence.Text] = _seen.GetValueOrDefault(sentence.Text) + 1;
        if (count > MaximumRepeats) throw new GeneratorException(GeneratorFailure.Endless);
        _words += WordsOf(sentence).Length;
        return count == 1;
    }

    /// <summary>Whether the last sentence is more than the beginning of one: what is left out could turn its sense round.</summary>
    public bool IsWhole(DraftSentence sentence)
    {
        if (sentence.Text.TrimEnd('"', '”', '’', '\'', ')', '*')[^1] is '.' or '!' or '?' or '…') return true;
        return !_isCutOff && !sentence.Text.EndsWith('[') && !OpenWords.Contains(WordsOf(sentence)[^1]);
    }

    /// <summary>Whether the text so far, with this sentence, is not English; names do not count.</summary>
    public bool IsForeign(DraftSentence sentence)
    {
        if (IsForeignScript(sentence.Text)) return true;
        var plain = WordsOf(sentence).Where(static word => char.IsLower(word[0])).ToList();
        _plainWords += plain.Count;
        _common += plain.Count(CommonWords.Contains);
        return _plainWords >= WordsToJudge && _common < LeastFunctionWords * _plainWords;
    }

    /// <summary>Says that the text has ended.</summary>
    /// <exception cref="GeneratorException">Nothing, or nothing readable, was written.</exception>
    public void End()
    {
        if (_characters == 0) throw new GeneratorException(GeneratorFailure.Empty);
        if (_words < 2) throw new GeneratorException(GeneratorFailure.Garbage);
    }

    private static string[] WordsOf(DraftSentence sentence) => sentence.Text.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsForeignScript(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= LettersToJudge && text.Count(static character => char.IsLetter(character) && character > '\u024F') > letters / 2;
    }
}
