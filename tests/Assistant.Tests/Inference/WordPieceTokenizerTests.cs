using System.Text;
using System.Text.Json;
using Assistant.Inference;

namespace Assistant.Tests.Inference;

public class WordPieceTokenizerTests
{
    private static readonly string VocabularyPath =
        Path.Combine(AppContext.BaseDirectory, "Models", "bge-small-en-v1.5", "vocab.txt");

    private static readonly WordPieceTokenizer Tokenizer = WordPieceTokenizer.Load(VocabularyPath);

    [Fact]
    public void Decomposition_works_because_globalization_is_not_invariant() =>
        Assert.Equal("e\u0301", "é".Normalize(NormalizationForm.FormD));

    [SharedFact]
    public void Gives_the_ids_and_offsets_of_the_reference_implementation()
    {
        List<string> differences = [];
        JsonElement[] rows = SharedFolder.Rows("models", "golden", "tokenizer.jsonl");
        Assert.True(rows.Length > 200);
        foreach (JsonElement row in rows)
        {
            string text = row.GetProperty("text").GetString()!;
            string expected = string.Join(' ', row.GetProperty("ids").EnumerateArray()
                .Zip(row.GetProperty("offsets").EnumerateArray(), (id, span) => $"{id}@{span[0]}-{span[1]}"));
            string actual = string.Join(' ', Tokenizer.Tokenize(text).Select(token => $"{token.Id}@{token.Start}-{token.End}"));
            if (actual != expected) differences.Add($"{JsonSerializer.Serialize(text)}\n expected {expected}\n actual   {actual}");
        }

        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u3000")]
    [InlineData("\0\u0001\u200b\ufeff")]
    [InlineData("\ud800")]
    [InlineData("\udc00 \ud83d")]
    public void Text_without_visible_characters_has_no_tokens(string text)
    {
        Assert.Empty(Tokenizer.Tokenize(text));
        Assert.Equal(0, Tokenizer.CountTokens(text));
    }

    [Fact]
    public void A_lone_surrogate_inside_a_word_is_dropped_and_offsets_stay_right()
    {
        int id = Assert.Single(Tokenizer.Tokenize("sum")).Id;
        Assert.Equal([new Token(id, 0, 4)], Tokenizer.Tokenize("su\ud83dm"));
    }

    [Fact]
    public void Offsets_point_at_the_text_as_given()
    {
        const string Text = "Erdo\u011fan \u2014 \u201cRe\u0301sume\u0301\u201d of the S-400 \ud83d\ude42 deal.";
        string[] quoted = [.. Tokenizer.Tokenize(Text).Select(token => Text[token.Start..token.End])];
        Assert.Equal(
            [
                "Er", "do\u011f", "an", "\u2014", "\u201c", "Re\u0301sume", "\u201d", "of", "the", "S", "-", "400",
                "\ud83d\ude42", "deal", ".",
            ],
            quoted);
    }

    [Fact]
    public void Offsets_lie_in_order_inside_the_text_and_never_cut_a_surrogate_pair()
    {
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            string text = RandomText(random);
            int previous = 0;
            foreach (Token token in Tokenizer.Tokenize(text))
            {
                Assert.InRange(token.Start, previous, text.Length);
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.False(IsInsidePair(text, token.Start) || IsInsidePair(text, token.End));
                previous = token.Start;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(50)]
    public void A_limit_keeps_the_first_tokens(int limit)
    {
        const string Text = "Supercalifragilistic meetings of the two presidents, \u5317\u4eac!";
        Assert.Equal(Tokenizer.Tokenize(Text).Take(limit), Tokenizer.Tokenize(Text, limit));
    }

    [Fact]
    public void A_very_long_line_is_read_only_as_far_as_the_limit()
    {
        string text = new('x', 50_000_000);
        Assert.Equal([new Token(100, 0, text.Length)], Tokenizer.Tokenize(text));
        Assert.Equal(510, Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("a b ", 10_000_000)), 510).Count);
    }

    [Fact]
    public void A_missing_vocabulary_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), "no-such-folder", "vocab.txt");
        var exception = Assert.Throws<FileNotFoundException>(() => WordPieceTokenizer.Load(path));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Copy the model's vocab.txt", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PAD]\n[UNK]\n[CLS]\n[MASK]\na", "[SEP] is missing")]
    [InlineData("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\na", "line 7 repeats the word piece \"a\"")]
    [InlineData("", "[PAD] is missing")]
    public void A_broken_vocabulary_is_refused_with_the_reason(string content, string reason)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            var exception = Assert.Throws<InvalidDataException>(() => WordPieceTokenizer.Load(path));
            Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool IsInsidePair(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsHighSurrogate(text[offset - 1]) && char.IsLowSurrogate(text[offset]);

    private static string RandomText(Random random)
    {
        int[] limits = [0x80, 0x500, 0x3100, 0x10000, 0x20000, 0x110000];
        var text = new StringBuilder();
        for (int i = random.Next(80); i > 0; i--)
        {
            int value = random.Next(limits[random.Next(limits.Length)]);
            if (value is >= 0xD800 and < 0xE000 || value < 0x10000) text.Append((char)value);
            else text.Append(char.ConvertFromUtf32(value));
        }

        return text.ToString();
    }
}
