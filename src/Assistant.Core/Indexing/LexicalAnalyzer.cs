using System.Text.RegularExpressions;

namespace Assistant.Core.Indexing;

/// <summary>Turns text into the terms that lexical search counts: folded, stemmed words without stop words.</summary>
/// <remarks>
/// A hyphenated word gives its parts and the whole written together: "Su-57" gives <c>su57</c>, <c>su</c>, <c>57</c>.
/// "1,500" is one number, "U.S." and "US" are one word, a possessive 's and the s of "Su-57s" and "1990s" fall away, each
/// character of Chinese or Japanese script is a word. Pure and thread-safe.
/// </remarks>
public static partial class LexicalAnalyzer
{
    /// <summary>Part of the index's fingerprint: changes whenever any text would give other terms.</summary>
    public const string Version = "porter-1";

    private const int LongestTerm = 64;

    private const string Hyphens = "-‐−";
    private const string NumberMarks = ",'’";
    private const string WordMarks = ".'’";

    private const string Han = @"\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}";
    private const string Number = @"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+";
    private const string Acronym = @"[a-z](?:\.[a-z])+(?![\p{L}\p{N}])";
    private const string Word = $@"[\p{{L}}\p{{N}}\p{{Mc}}\p{{Cs}}-[{Han}]]+(?:['’]\p{{L}}+)*";
    private const string Part = $"(?:{Number}|{Acronym}|{Word})";

    /// <summary>The text's terms, in order of appearance, as often as they occur.</summary>
    /// <param name="text">Any text, also with lone surrogates.</param>
    /// <returns>Terms of at most 64 characters; empty when nothing but stop words and marks is left; never null.</returns>
    public static IReadOnlyList<string> Analyze(string text)
    {
        var terms = new List<string>();
        var folded = TextFolding.Fold(text);
        foreach (var match in Words().EnumerateMatches(folded))
            AddCompound(folded.AsSpan(match.Index, match.Length), terms);
        return terms;
    }

    [GeneratedRegex($"[{Han}]|{Part}(?:[{Hyphens}]{Part})*")]
    private static partial Regex Words();

    private static void AddCompound(ReadOnlySpan<char> compound, List<string> terms)
    {
        compound = WithoutEnding(compound);
        if (!compound.ContainsAny(Hyphens))
        {
            AddWord(compound, terms);
            return;
        }

        AddTerm(Without(compound, Hyphens + NumberMarks + WordMarks), terms);
        foreach (var part in compound.SplitAny(Hyphens))
            AddWord(compound[part], terms);
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("'s") || word.EndsWith("’s"))
            return word[..^2];
        return word.Length > 1 && word[^1] == 's' && char.IsAsciiDigit(word[^2]) ? word[..^1] : word;
    }

    private static void AddWord(ReadOnlySpan<char> word, List<string> terms) =>
        AddTerm(Without(word, char.IsAsciiDigit(word[0]) ? NumberMarks : WordMarks), terms);

    private static void AddTerm(string word, List<string> terms)
    {
        if (word.Length > LongestTerm)
            word = word[..LongestTerm];
        if (!StopWords.Contains(word))
            terms.Add(PorterStemmer.Stem(word));
    }

    private static string Without(ReadOnlySpan<char> word, ReadOnlySpan<char> marks)
    {
        Span<char> kept = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        var count = 0;
        foreach (var character in word)
        {
            if (!marks.Contains(character))
                kept[count++] = character;
        }

        return kept[..count].ToString();
    }
}
