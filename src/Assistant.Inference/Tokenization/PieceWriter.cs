using System.Text;

namespace Assistant.Inference.Tokenization;

/// <summary>Gathers normalised characters into words and cuts each word greedily into the longest known pieces.</summary>
/// <remarks>One for each text; not thread-safe.</remarks>
internal sealed class PieceWriter(Vocabulary vocabulary, int textLength)
{
    /// <summary>Longer words, in code points, become the unknown token.</summary>
    private const int WordLimit = 100;

    // Parallel: a UTF-16 code unit of the word and the offsets of the character it came from.
    private readonly char[] _word = new char[WordLimit * 2];
    private readonly int[] _starts = new int[WordLimit * 2];
    private readonly int[] _ends = new int[WordLimit * 2];
    private int _length;
    private int _codePoints;
    private int _wordStart;
    private int _wordEnd;

    public List<Token> Tokens { get; } = new(Math.Min(textLength / 4, 1024));

    /// <summary>Adds a character that stood at those code units; marks are dropped, punctuation is a word of its own.</summary>
    public void Add(Rune rune, int start, int length)
    {
        if (CharacterClass.IsMark(rune)) return;
        bool isPunctuation = CharacterClass.IsPunctuation(rune);
        if (isPunctuation) EndWord();
        Append(rune, start, start + length);
        if (isPunctuation) EndWord();
    }

    public void AddSpecial(int id, int start, int length)
    {
        EndWord();
        Tokens.Add(new Token(id, start, start + length));
    }

    /// <summary>Cuts what has been gathered into pieces; the unknown token if some part of it is no piece.</summary>
    public void EndWord()
    {
        if (_codePoints == 0) return;
        int first = Tokens.Count;
        if (_codePoints > WordLimit || !TryCut())
        {
            Tokens.RemoveRange(first, Tokens.Count - first);
            Tokens.Add(new Token(vocabulary.UnknownId, _wordStart, _wordEnd));
        }

        _length = 0;
        _codePoints = 0;
    }

    private void Append(Rune rune, int start, int end)
    {
        if (_codePoints == 0) _wordStart = start;
        _wordEnd = end;
        if (++_codePoints > WordLimit) return;
        int units = rune.EncodeToUtf16(_word.AsSpan(_length));
        _starts.AsSpan(_length, units).Fill(start);
        _ends.AsSpan(_length, units).Fill(end);
        _length += units;
    }

    private bool TryCut()
    {
        int start = 0;
        while (start < _length)
        {
            int length = vocabulary.LongestPiece(_word.AsSpan(start, _length - start), start > 0, out int id);
            if (length == 0) return false;
            Tokens.Add(new Token(id, _starts[start], _ends[start + length - 1]));
            start += length;
        }

        return true;
    }
}
