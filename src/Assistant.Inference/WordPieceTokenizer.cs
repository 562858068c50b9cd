using System.Text;
using Assistant.Inference.Tokenization;

namespace Assistant.Inference;

/// <summary>Cuts English text into the lower-cased word pieces that BERT was trained on, with their places in the text.</summary>
/// <remarks>
/// Source: Devlin et al., "BERT", 2019; the rules are those of Hugging Face tokenizers' BertNormalizer and WordPiece.
/// Thread-safe; immutable after loading.
/// </remarks>
public sealed class WordPieceTokenizer
{
    private readonly Vocabulary _vocabulary;

    private WordPieceTokenizer(Vocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>Id of the token that starts each sequence.</summary>
    internal int ClassifierId => _vocabulary.ClassifierId;

    /// <summary>Id of the token that ends each segment.</summary>
    internal int SeparatorId => _vocabulary.SeparatorId;

    /// <summary>Reads a vocabulary of one word piece a line.</summary>
    /// <param name="vocabPath">Path of a <c>vocab.txt</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A special token is missing, or a word piece stands there twice.</exception>
    public static WordPieceTokenizer Load(string vocabPath) => new(Vocabulary.Load(vocabPath));

    /// <summary>Word pieces of the text in order, without the special tokens around a sequence.</summary>
    /// <param name="text">Any text; lone surrogates and control characters yield nothing.</param>
    /// <returns>Empty if the text has nothing but white space and controls; never null.</returns>
    public IReadOnlyList<Token> Tokenize(string text) => Tokenize(text, int.MaxValue);

    /// <summary>How many word pieces <see cref="Tokenize(string)"/> returns.</summary>
    /// <param name="text">Any text.</param>
    public int CountTokens(string text) => Tokenize(text, int.MaxValue).Count;

    /// <summary>The first word pieces of the text; reads no further than they reach.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">Largest number of tokens wanted.</param>
    internal List<Token> Tokenize(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var pieces = new PieceWriter(_vocabulary, text.Length);
        int position = 0;
        while (position < text.Length && pieces.Tokens.Count < limit)
        {
            position += Take(text, position, pieces);
        }

        pieces.EndWord();
        if (pieces.Tokens.Count > limit) pieces.Tokens.RemoveRange(limit, pieces.Tokens.Count - limit);
        return pieces.Tokens;
    }

    /// <summary>Checks that there is an embedding for every word piece and no other.</summary>
    /// <exception cref="InvalidDataException">The sizes differ.</exception>
    internal void CheckSize(int embeddings)
    {
        if (_vocabulary.Size == embeddings) return;
        throw new InvalidDataException($"The vocabulary has {_vocabulary.Size} word pieces and the model {embeddings} embeddings. "
            + "Copy vocab.txt and config.json of one model there again.");
    }

    /// <summary>Handles the character at the position and returns how many code units it has.</summary>
    private int Take(string text, int position, PieceWriter pieces)
    {
        if (text[position] == '[' && _vocabulary.SpecialAt(text, position) is { } special)
        {
            pieces.AddSpecial(special.Id, position, special.Text.Length);
            return special.Text.Length;
        }

        Rune.DecodeFromUtf16(text.AsSpan(position), out Rune rune, out int length);
        if (CharacterClass.IsRemoved(rune)) return length;
        if (Rune.IsWhiteSpace(rune))
        {
            pieces.EndWord();
        }
        else if (rune.IsAscii)
        {
            pieces.Add(Rune.ToLowerInvariant(rune), position, length);
        }
        else
        {
            AddDecomposed(rune, position, length, pieces);
        }

        return length;
    }

    private static void AddDecomposed(Rune rune, int position, int length, PieceWriter pieces)
    {
        bool isChinese = CharacterClass.IsChinese(rune);
        if (isChinese) pieces.EndWord();
        foreach (Rune part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            pieces.Add(Rune.ToLowerInvariant(part), position, length);
        }

        if (isChinese) pieces.EndWord();
    }
}
