namespace Assistant.Inference.Tokenization;

/// <summary>The word pieces of a model and their ids.</summary>
internal sealed class Vocabulary
{
    private const string ContinuationPrefix = "##";

    private static readonly string[] SpecialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _initial;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuation;
    private readonly int _longestPiece;
    private readonly SpecialToken[] _specials;

    private Vocabulary(string[] pieces, string path)
    {
        var initial = new Dictionary<string, int>(pieces.Length, StringComparer.Ordinal);
        var continuation = new Dictionary<string, int>(pieces.Length / 4, StringComparer.Ordinal);
        for (int id = 0; id < pieces.Length; id++)
        {
            string piece = pieces[id];
            bool isContinuation = piece.StartsWith(ContinuationPrefix, StringComparison.Ordinal) && piece.Length > 2;
            bool isNew = isContinuation ? continuation.TryAdd(piece[2..], id) : initial.TryAdd(piece, id);
            if (!isNew) throw Broken(path, $"line {id + 1} repeats the word piece \"{piece}\"");
            _longestPiece = Math.Max(_longestPiece, piece.Length);
        }

        Size = pieces.Length;
        _initial = initial.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuation = continuation.GetAlternateLookup<ReadOnlySpan<char>>();
        _specials = [.. SpecialTokens.Select(text => new SpecialToken(text, IdOf(text, initial, path)))];
        UnknownId = initial["[UNK]"];
        ClassifierId = initial["[CLS]"];
        SeparatorId = initial["[SEP]"];
    }

    public int Size { get; }

    public int UnknownId { get; }

    public int ClassifierId { get; }

    public int SeparatorId { get; }

    public static Vocabulary Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The vocabulary {path} is missing. Copy the model's vocab.txt there.", path);
        }

        return new Vocabulary(File.ReadAllLines(path), path);
    }

    /// <summary>The special token that is written out at the position, if one is.</summary>
    public SpecialToken? SpecialAt(string text, int position) => Array.Find(_specials, special =>
        string.CompareOrdinal(text, position, special.Text, 0, special.Text.Length) == 0);

    /// <summary>Length of the longest piece that the characters begin with; 0 if there is none.</summary>
    public int LongestPiece(ReadOnlySpan<char> characters, bool isContinuation, out int id)
    {
        var pieces = isContinuation ? _continuation : _initial;
        for (int length = Math.Min(characters.Length, _longestPiece); length > 0; length--)
        {
            if (pieces.TryGetValue(characters[..length], out id)) return length;
        }

        id = 0;
        return 0;
    }

    private static int IdOf(string special, Dictionary<string, int> pieces, string path) =>
        pieces.TryGetValue(special, out int id)
            ? id
            : throw Broken(path, $"the special token {special} is missing");

    private static InvalidDataException Broken(string path, string what) =>
        new($"{path} is not the vocabulary of this model: {what}. Copy the model's vocab.txt there again.");

    /// <summary>A token that stands for structure and is recognised when written out in a text.</summary>
    internal sealed record SpecialToken(string Text, int Id);
}
