using System.Globalization;
using System.Text;

namespace Assistant.Core.Indexing;

/// <summary>Folds text for lexical comparison: case, accents, ligatures, width.</summary>
internal static class TextFolding
{
    /// <summary>The text in lower case and compatibility form, without accents; lone surrogates become U+FFFD.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();

        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var character in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                Append(folded, char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // Letters whose stroke or ligature Unicode does not take apart.
    private static void Append(StringBuilder folded, char character)
    {
        _ = character switch
        {
            'ß' => folded.Append("ss"),
            'æ' => folded.Append("ae"),
            'œ' => folded.Append("oe"),
            'þ' => folded.Append("th"),
            'ø' => folded.Append('o'),
            'ł' => folded.Append('l'),
            'đ' or 'ð' => folded.Append('d'),
            'ı' => folded.Append('i'),
            'ħ' => folded.Append('h'),
            _ => folded.Append(character),
        };
    }
}
