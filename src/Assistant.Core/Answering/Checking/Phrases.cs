using System.Collections.Frozen;

namespace Assistant.Core.Answering.Checking;

/// <summary>Reads a verb with its particle as one word that says the same: "called off" as "cancelled", "took part" as "participated".</summary>
/// <remarks>Apart, neither the verb nor the particle says what both say together. Pure and thread-safe.</remarks>
internal static class Phrases
{
    private static readonly FrozenDictionary<string, (string[] Tail, string Meaning)[]> ByFirst = WordGroups.Phrases
        .GroupBy(static phrase => phrase.Words[0], static phrase => (Tail: phrase.Words[1..], phrase.Meaning))
        .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static phrase => phrase.Tail.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>The words with each phrase joined to one; its text is that of the whole phrase.</summary>
    /// <param name="text">The text of the words.</param>
    /// <param name="words">Its words in order.</param>
    public static IReadOnlyList<TextWord> Join(string text, IReadOnlyList<TextWord> words)
    {
        var joined = new List<TextWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (rest, meaning) = ByFirst.GetValueOrDefault(words[i].Folded, []).FirstOrDefault(phrase => Follows(words, i + 1, phrase.Tail));
            if (rest is null)
            {
                joined.Add(words[i]);
                continue;
            }

            var last = words[i + rest.Length];
            joined.Add(new TextWord(text[words[i].Start..last.End], meaning, WordForms.StemOf(meaning), words[i].Start, last.End, words[i].IsClauseStart));
            i += rest.Length;
        }

        return joined;
    }

    /// <summary>The rest of the phrase stands here, in the same clause, and not as the preposition of "up to" or "out of".</summary>
    private static bool Follows(IReadOnlyList<TextWord> words, int index, string[] rest)
    {
        if (index + rest.Length > words.Count) return false;
        for (var i = 0; i < rest.Length; i++)
            if (words[index + i].Folded != rest[i] || words[index + i].IsClauseStart) return false;
        return true;
    }
}
