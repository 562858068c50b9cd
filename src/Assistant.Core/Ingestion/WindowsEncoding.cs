using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Guesses which encoding of one byte a character a text is in, by the letters that it would have.</summary>
/// <remarks>
/// In the right one, the bytes beyond ASCII are letters of one language group, within words of the same script, with
/// capitals at the start of words; in a wrong one they are signs within words, or letters that do not go together.
/// </remarks>
internal static class WindowsEncoding
{
    private const int SampleBytes = 262_144;
    private const double LeastScore = 0.3;
    private const double FrequentBonus = 0.5;
    private const double Fault = -1;
    private const double GraveFault = -2;
    private const string Marks = "‘’‚“”„–—…•«»€£§°©®™´¡¿·‹›\u00A0";
    private const string MarksInWords = "’·\u00AD";
    private const string Russian = "оеаинтсрвл";

    /// <summary>In order: the first of equals wins.</summary>
    private static readonly Candidate[] Candidates =
    [
        Candidate.Latin(1252, "àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÿºª"),
        Candidate.Latin(1254, "ğışçöüâîûİ"),
        Candidate.Latin(1250, "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűăâîşţđôĺľŕç"),
        Candidate.Latin(1257, "āčēģīķļņšūžąęėįųõäöü"),
        new(1251, string.Concat(Range('а', 'я'), "ёіїєґўђјљњћџ"), Russian, IsLatin: false),
        new(20866, string.Concat(Range('а', 'я'), "ё"), Russian, IsLatin: false),
        new(1253, string.Concat(Range('α', 'ω'), "άέήίόύώϊϋΐΰ"), "αοιετσνηυρ", IsLatin: false),
        new(1255, Range('א', 'ת'), "יוהלארמתשב", IsLatin: false),
        new(1256, string.Concat(Range('ء', 'ي'), "پچژگ"), "اليمنوترهب", IsLatin: false),
    ];

    /// <summary>The encoding that fits best; null when none fits.</summary>
    public static Encoding? Find(byte[] bytes)
    {
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, SampleBytes));
        var (best, bestScore) = (default(Encoding), LeastScore);
        foreach (var candidate in Candidates)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(candidate.CodePage)!;
            var score = candidate.Score(encoding.GetString(sample));
            if (score > bestScore) (best, bestScore) = (encoding, score);
        }

        return best;
    }

    private static string Range(char first, char last) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Select(static value => (char)value));

    /// <param name="CodePage">The encoding.</param>
    /// <param name="Letters">The letters beyond ASCII that its languages use, in lower case.</param>
    /// <param name="Frequent">The most frequent of them, for scripts without ASCII letters.</param>
    /// <param name="IsLatin">Its letters stand among ASCII letters.</param>
    private sealed record Candidate(int CodePage, string Letters, string Frequent, bool IsLatin)
    {
        public static Candidate Latin(int codePage, string letters) => new(codePage, letters, "", IsLatin: true);

        /// <summary>Mean over the characters beyond ASCII: 1 and more when all fit, less and below zero when not.</summary>
        public double Score(string text)
        {
            var (sum, count) = (0.0, 0);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] <= '\u007F') continue;
                sum += Score(i == 0 ? ' ' : text[i - 1], text[i], i + 1 == text.Length ? ' ' : text[i + 1]);
                count++;
            }

            return count == 0 ? 0 : sum / count;
        }

        private double Score(char before, char character, char after)
        {
            var isInWord = char.IsLetter(before) && char.IsLetter(after);
            if (!char.IsLetter(character))
                return Marks.Contains(character, StringComparison.Ordinal) ? ScoreMark(character, isInWord) : GraveFault;
            var lower = char.ToLowerInvariant(character);
            if (!Letters.Contains(lower, StringComparison.Ordinal)) return Fault;
            if (char.IsUpper(character) && char.IsLower(before)) return GraveFault;
            var strangers = IsLatin ? IsBeyondAscii(before) && IsBeyondAscii(after) : char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
            if (strangers) return Fault;
            return Frequent.Contains(lower, StringComparison.Ordinal) ? 1 + FrequentBonus : 1;
        }

        private static double ScoreMark(char mark, bool isInWord) =>
            isInWord && !MarksInWords.Contains(mark, StringComparison.Ordinal) ? Fault : FrequentBonus;

        private static bool IsBeyondAscii(char character) => character > '\u007F' && char.IsLetter(character);
    }
}
