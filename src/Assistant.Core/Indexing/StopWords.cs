using System.Collections.Frozen;

namespace Assistant.Core.Indexing;

/// <summary>English words that say nothing of what a passage is about.</summary>
/// <remarks>
/// "us" and "may" are not among them: folded, they are also a country and a month. Pure and thread-safe.
/// </remarks>
public static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "if", "in", "into", "is", "it", "its",
        "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to",
        "was", "were", "will", "with",
        "am", "been", "being", "can", "could", "did", "do", "does", "had", "has", "have", "should", "would",
        "how", "what", "when", "where", "which", "who", "whom", "whose", "why",
        "he", "her", "him", "his", "i", "me", "my", "our", "she", "them", "we", "you", "your",
    ]);

    /// <summary>True when the word, in lower case and not stemmed, is a stop word.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
