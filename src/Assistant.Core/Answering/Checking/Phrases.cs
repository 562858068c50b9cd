using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>Reads a verb with its particle as one word that says the same: "called off" as "cancelled", "took part" as "participated".</summary>
/// <remarks>Apart, neither the verb nor the particle says what both say together. Pure and thread-safe.</remarks>
internal static class Phrases
{
    /// <summary>Stands in the list for a verb in "-ing", which must follow but is no part of the phrase.</summary>
    private const string Gerund = "~ing";

    /// <summary>Stands in the list for the end of a clause.</summary>
    private const string End = "~end";

    private const int ReachOfParticle = 4;

    private static readonly FrozenDictionary<string, (string[] Tail, string Meaning)[]> ByFirst = WordGroups.Phrases
        .GroupBy(static phrase => phrase.Words[0], static phrase => (Tail: phrase.Words[1..], phrase.Meaning))
        .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static phrase => phrase.Tail.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>The words with each phrase joined to one; its text is that of the whole phrase, or of the verb when other words stand between.</summary>
    /// <param name="text">The text of the words.</param>
    /// <param name="words">Its words in order.</param>
    public static IReadOnlyList<TextWord> Join(string text, IReadOnlyList<TextWord> words)
    {
        var joined = new List<TextWord>(words.Count);
        var particle = -1;
        var i = 0;
        while (i < words.Count)
        {
            var (word, last, apart) = At(text, words, i);
            if (i != particle) joined.Add(word);
            if (apart > 0) particle = apart;
            i = last + 1;
        }

        return joined;
    }

    /// <summary>The word or phrase that begins here, the position of its last word, and that of a particle which stands apart; 0 when none does.</summary>
    private static (TextWord Word, int Last, int Particle) At(string text, IReadOnlyList<TextWord> words, int index)
    {
        var phrases = ByFirst.GetValueOrDefault(words[index].Folded, []);
        if (phrases.FirstOrDefault(phrase => Follows(words, index + 1, phrase.Tail)) is { Tail: not null } adjacent)
        {
            var last = index + adjacent.Tail.Count(static word => word is not (Gerund or End));
            return (Named(words[index], adjacent.Meaning, text[words[index].Start..words[last].End]), last, 0);
        }

        return phrases.FirstOrDefault(phrase => phrase.Tail.Length == 1 && ParticleAt(words, index, phrase.Tail[0]) > 0) is { Tail: not null } split
            ? (Named(words[index], split.Meaning, words[index].Text), index, ParticleAt(words, index, split.Tail[0])) : (words[index], index, 0);
    }

    private static TextWord Named(TextWord verb, string meaning, string text) =>
        new(text, meaning, WordForms.StemOf(meaning), verb.Start, verb.Start + text.Length, verb.IsClauseStart);

    /// <summary>The rest of the phrase stands here, in the same clause.</summary>
    private static bool Follows(IReadOnlyList<TextWord> words, int index, string[] tail) =>
        tail.Index().All(pair => pair.Item == End ? EndsAt(words, index + pair.Index) : index + pair.Index < words.Count && IsNext(words[index + pair.Index], pair.Item));

    private static bool EndsAt(IReadOnlyList<TextWord> words, int index) => index >= words.Count || words[index].IsClauseStart;

    private static bool IsNext(TextWord word, string expected) =>
        !word.IsClauseStart && (expected == Gerund ? word.Folded.EndsWith("ing", StringComparison.Ordinal) : word.Folded == expected);

    /// <summary>"called the talks off": the particle ends the clause; 0 when it does not.</summary>
    private static int ParticleAt(IReadOnlyList<TextWord> words, int verb, string particle)
    {
        for (var i = verb + 1; i < words.Count && i <= verb + ReachOfParticle && !words[i].IsClauseStart; i++)
            if (words[i].Folded == particle) return EndsAt(words, i + 1) ? i : 0;
        return 0;
    }
}
