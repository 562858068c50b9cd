using System.Globalization;
using System.Text;

namespace Assistant.Inference.Tokenization;

/// <summary>The character classes of BERT's normaliser.</summary>
internal static class CharacterClass
{
    /// <summary>True for NUL, the replacement character, controls, formats and private use, which are dropped.</summary>
    public static bool IsRemoved(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        0xFFFD => true,
        >= ' ' and <= '~' => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse,
    };

    /// <summary>True for the marks that are dropped after decomposition.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>True for characters that are a word of their own: ASCII symbols and all Unicode punctuation.</summary>
    public static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? rune.Value > ' ' && !Rune.IsLetterOrDigit(rune)
        : Rune.IsPunctuation(rune);

    /// <summary>True for the ideograph blocks whose characters are words of their own.</summary>
    /// <remarks>The blocks of the reference implementation; it leaves out U+2B820 to U+2B91F.</remarks>
    public static bool IsChinese(Rune rune) => rune.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F) or (>= 0x2B740 and <= 0x2B81F)
        or (>= 0x2B920 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);
}
