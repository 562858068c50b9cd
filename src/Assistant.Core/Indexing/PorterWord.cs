namespace Assistant.Core.Indexing;

/// <summary>A word being stemmed: its letters so far, and the conditions of Porter's rules on its beginning.</summary>
internal ref struct PorterWord(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    public int Length { get; private set; } = length;

    public readonly string Text => _letters[..Length].ToString();

    public readonly char Last => _letters[Length - 1];

    public readonly bool EndsWith(string suffix) => _letters[..Length].EndsWith(suffix);

    public void ReplaceEnd(int count, string replacement)
    {
        replacement.CopyTo(_letters[(Length - count)..]);
        Length += replacement.Length - count;
    }

    /// <summary>Applies the first rule whose suffix matches, if what stands before it has the measure.</summary>
    public void Replace(ReadOnlySpan<(string Suffix, string Replacement)> rules, int leastMeasure)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!EndsWith(suffix))
                continue;
            // The ending's s or t of "(s)ion", "(t)ion" belongs to the stem.
            var kept = leastMeasure > 1 ? replacement.Length : 0;
            if (Measure(Length - suffix.Length + kept) >= leastMeasure)
                ReplaceEnd(suffix.Length, replacement);
            return;
        }
    }

    /// <summary>Porter's m: how often a vowel is followed by a consonant in the first <paramref name="count"/> letters.</summary>
    public readonly int Measure(int count)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < count; i++)
        {
            var vowel = IsVowel(i, afterVowel);
            if (afterVowel && !vowel)
                measure++;
            afterVowel = vowel;
        }

        return measure;
    }

    public readonly bool HasVowel(int count)
    {
        for (var i = 0; i < count; i++)
        {
            // Before the first vowel every letter is a consonant, so a y that is not the first letter is a vowel.
            if (IsVowel(i, false))
                return true;
        }

        return false;
    }

    public readonly bool EndsInDoubleConsonant() =>
        Length >= 2 && Last == _letters[Length - 2] && !IsVowelAt(Length - 1);

    /// <summary>Porter's *o: consonant, vowel, consonant other than w, x, y.</summary>
    public readonly bool EndsInShortSyllable(int count) =>
        count >= 3 && !IsVowelAt(count - 3) && IsVowelAt(count - 2) && !IsVowelAt(count - 1)
        && _letters[count - 1] is not ('w' or 'x' or 'y');

    private readonly bool IsVowelAt(int index)
    {
        var vowel = false;
        for (var i = 0; i <= index; i++)
            vowel = IsVowel(i, vowel);
        return vowel;
    }

    private readonly bool IsVowel(int index, bool afterVowel) => _letters[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => index > 0 && !afterVowel,
        _ => false,
    };
}
