using System.Collections.Frozen;

namespace Assistant.Core.Ingestion;

/// <summary>A vote of common English words on an article's language.</summary>
internal static class LanguageVote
{
    /// <summary>What an article is in when nothing says so.</summary>
    public const string Unknown = "und";

    private const int MostWords = 2000;
    private const double EnglishShare = 0.15;

    private static readonly FrozenSet<string> EnglishWords =
        ("the of and to in a is that for it as was with be by on not he his she her but at are this have from or had an they " +
        "which were been their has would there will its who what said").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stated language's primary subtag if it has one, else <c>en</c> or <c>und</c> by vote.</summary>
    /// <param name="stated">A BCP 47 tag or null.</param>
    /// <param name="text">The article's text.</param>
    public static string Decide(string? stated, string text)
    {
        var subtag = stated?.Trim().Replace('_', '-').Split('-')[0].ToLowerInvariant();
        if (subtag is { Length: 2 or 3 } && subtag.All(char.IsAsciiLetter)) return subtag;
        var (words, english) = (0, 0);
        foreach (var range in text.AsSpan().SplitAny(" \n"))
        {
            var word = text.AsSpan(range).Trim(".,:;!?\"“”()");
            if (word.IsEmpty) continue;
            if (EnglishWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) english++;
            if (++words == MostWords) break;
        }

        return words > 0 && english >= words * EnglishShare ? "en" : Unknown;
    }
}
