using System.Collections.Frozen;

namespace Assistant.Core.Indexing;

/// <summary>English words that say nothing of what a passage is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "if", "in", "into", "is", "it", "its",
        "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to",
        "was", "were", "will", "with",
        "do", "does", "did", "has", "have", "had", "how", "what", "when", "where", "which", "who", "whom", "whose", "why",
    ]);

    /// <summary>True when the word, in lower case and not stemmed, is a stop word.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
