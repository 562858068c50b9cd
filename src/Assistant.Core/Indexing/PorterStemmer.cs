namespace Assistant.Core.Indexing;

/// <summary>Strips the suffixes of English words, so that "connected", "connecting" and "connection" become one term.</summary>
/// <remarks>
/// Source: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, as printed; words of one or two
/// letters are left alone, as in the author's own program. Pure and thread-safe.
/// </remarks>
public static class PorterStemmer
{
    private const int LongestWord = 64;

    // In each list a suffix comes before the shorter ones it ends in: the first that matches decides.
    private static readonly (string Suffix, string Replacement)[] Plurals =
        [("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")];

    private static readonly (string Suffix, string Replacement)[] DoubleSuffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
        ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
        ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Adjectives =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Endings =
    [
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""),
        ("ement", ""), ("ment", ""), ("ent", ""), ("sion", "s"), ("tion", "t"), ("ou", ""), ("ism", ""),
        ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""),
    ];

    /// <summary>The word's stem.</summary>
    /// <param name="word">One word in lower case.</param>
    /// <returns>The stem; the word itself when it is longer than any English word or not of the letters a to z.</returns>
    public static string Stem(string word)
    {
        if (word.Length is <= 2 or > LongestWord || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;

        // A step may put one "e" more than it took.
        Span<char> letters = stackalloc char[LongestWord + 1];
        word.CopyTo(letters);
        var stem = new PorterWord(letters, word.Length);
        stem.Replace(Plurals, 0);
        StripPastTense(ref stem);
        if (stem.EndsWith("y") && stem.HasVowel(stem.Length - 1))
            stem.ReplaceEnd(1, "i");
        stem.Replace(DoubleSuffixes, 1);
        stem.Replace(Adjectives, 1);
        stem.Replace(Endings, 2);
        TidyUp(ref stem);
        return stem.Text;
    }

    // Step 1b.
    private static void StripPastTense(ref PorterWord word)
    {
        if (word.EndsWith("eed"))
        {
            if (word.Measure(word.Length - 3) > 0)
                word.ReplaceEnd(1, "");
            return;
        }

        var suffix = word.EndsWith("ed") ? 2 : 3;
        if ((suffix == 3 && !word.EndsWith("ing")) || !word.HasVowel(word.Length - suffix))
            return;

        word.ReplaceEnd(suffix, "");
        RestoreEnd(ref word);
    }

    // Gives "hoping" its e back and takes one p from "hopping".
    private static void RestoreEnd(ref PorterWord word)
    {
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
            word.ReplaceEnd(0, "e");
        else if (word.EndsInDoubleConsonant() && word.Last is not ('l' or 's' or 'z'))
            word.ReplaceEnd(1, "");
        else if (word.Measure(word.Length) == 1 && word.EndsInShortSyllable(word.Length))
            word.ReplaceEnd(0, "e");
    }

    // Steps 5a and 5b.
    private static void TidyUp(ref PorterWord word)
    {
        if (word.EndsWith("e"))
        {
            var measure = word.Measure(word.Length - 1);
            if (measure > 1 || (measure == 1 && !word.EndsInShortSyllable(word.Length - 1)))
                word.ReplaceEnd(1, "");
        }

        if (word.Last == 'l' && word.EndsInDoubleConsonant() && word.Measure(word.Length) > 1)
            word.ReplaceEnd(1, "");
    }
}
