namespace Assistant.Core.Ingestion;

/// <summary>The language of a text in a script that one language, or nearly one, is written in.</summary>
internal static class LanguageScript
{
    private const int MostCharacters = 20_000;
    private const int FewestLetters = 10;
    private const double Most = 0.5;

    /// <summary>Some kana between the Chinese characters: Japanese.</summary>
    private const double SomeKana = 0.05;

    private const string PersianLetters = "پچژگ";

    private static readonly (string Language, char First, char Last)[] Scripts =
    [
        ("el", '\u0370', '\u03FF'), ("hy", '\u0530', '\u058F'), ("he", '\u0590', '\u05FF'), ("ar", '\u0600', '\u06FF'),
        ("hi", '\u0900', '\u097F'), ("bn", '\u0980', '\u09FF'), ("ta", '\u0B80', '\u0BFF'), ("th", '\u0E00', '\u0E7F'),
        ("ka", '\u10A0', '\u10FF'), ("ja", '\u3040', '\u30FF'), ("zh", '\u4E00', '\u9FFF'), ("ko", '\uAC00', '\uD7AF'),
    ];

    /// <summary>The language; null for Latin, Cyrillic, mixed or too few letters.</summary>
    public static string? Find(string text)
    {
        var counts = Scripts.ToDictionary(static script => script.Language, static _ => 0);
        var letters = 0;
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MostCharacters)))
        {
            if (!char.IsLetter(character)) continue;
            letters++;
            if (character < Scripts[0].First) continue;
            var language = Array.Find(Scripts, script => character >= script.First && character <= script.Last).Language;
            if (language is not null) counts[language]++;
        }

        if (letters < FewestLetters) return null;
        if (counts["ja"] >= letters * SomeKana && counts["ja"] + counts["zh"] >= letters * Most) return "ja";
        var (best, count) = counts.MaxBy(static pair => pair.Value);
        if (count < letters * Most) return null;
        return best == "ar" && text.AsSpan().IndexOfAny(PersianLetters) >= 0 ? "fa" : best;
    }
}
