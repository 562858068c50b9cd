using Assistant.Core;
using Assistant.Inference;

namespace Assistant.Tests.Ingestion;

/// <summary>Articles and the models' tokenizer for the tests of this folder.</summary>
internal static class SampleText
{
    public static WordPieceTokenizer Tokenizer { get; } = WordPieceTokenizer.Load(
        Path.Combine(AppContext.BaseDirectory, "Models", "bge-small-en-v1.5", "vocab.txt"));

    public static Article ArticleOf(string text, string key = "test:article") => new()
    {
        Id = ArticleKey.ToId(key),
        Revision = ArticleKey.ToRevision(text, "Title", "Test", null, null, null),
        Key = key,
        Title = "Title",
        Source = "Test",
        Language = "en",
        Text = text,
        ContentHash = ArticleKey.Hash(text),
    };

    /// <summary>Text from a seed: paragraphs, headings, quotations, lists, other scripts, unbroken words.</summary>
    public static string Random(int seed)
    {
        var random = new Random(seed);
        var blocks = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Block(random));
        return string.Join(random.Next(4) == 0 ? "\n" : "\n\n", blocks);
    }

    private static string Block(Random random) => random.Next(12) switch
    {
        0 => "A heading " + Words(random, 3),
        1 => string.Join('\n', Enumerable.Range(0, 6).Select(_ => Words(random, 8))),
        2 => "“" + Sentences(random, 6) + "” he said.",
        3 => new string('x', random.Next(1, 9000)),
        4 => string.Concat(Enumerable.Repeat("漢字かな", random.Next(1, 200))),
        5 => Words(random, random.Next(1, 900)),
        6 => string.Concat(Enumerable.Repeat("😀", random.Next(1, 3000))),
        7 => string.Concat(Enumerable.Repeat("\uFFFD", random.Next(1, 3000))),
        _ => Sentences(random, random.Next(1, 12)),
    };

    private static string Sentences(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => "The " + Words(random, random.Next(2, 40)) + "."));

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    private static readonly string[] Vocabulary =
        "talks aircraft Su-57 S-400 agreement (partly) \"quoted\" Idlib 3.5 U.S. unannounced, café naïve; İstanbul".Split(' ');
}
