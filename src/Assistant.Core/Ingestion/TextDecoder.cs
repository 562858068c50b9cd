using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>
/// Turns a file's bytes into text. In this order: byte order mark, UTF-16 by the pattern of its bytes, UTF-8, the stated
/// encoding, UTF-8 with a few faulty bytes, and by statistics the Windows encodings.
/// </summary>
internal static class TextDecoder
{
    private const int SniffedBytes = 65_536;
    private const double MostControlShare = 0.02;

    /// <summary>Faulty bytes for each good character beyond ASCII in a text that is still taken for UTF-8.</summary>
    private const double MostFaultyShare = 0.2;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (string Name, byte[] Signature)[] BinaryFormats =
    [
        ("a PDF", "%PDF"u8.ToArray()), ("a ZIP archive or an office document", "PK\u0003\u0004"u8.ToArray()),
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
        ("a GIF image", "GIF8"u8.ToArray()), ("a gzip archive", [0x1F, 0x8B]), ("an ELF program", "\u007FELF"u8.ToArray()),
        ("an SQLite database", "SQLite format 3"u8.ToArray()), ("an old or locked office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ];

    /// <summary>The text without its byte order mark.</summary>
    /// <param name="bytes">All of them; surrogates in UTF-8 are replaced in place.</param>
    /// <param name="charset">The stated encoding; null when none is.</param>
    /// <exception cref="ArticleRefusedException">The bytes are no text, or in no encoding that is known.</exception>
    public static string Decode(byte[] bytes, string? charset)
    {
        var format = Array.Find(BinaryFormats, candidate => bytes.AsSpan().StartsWith(candidate.Signature));
        if (format.Name is not null)
            throw new ArticleRefusedException($"Not text but {format.Name}. Save its text as .txt, .md or .html.");

        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) return DecodeOther(bytes.AsSpan(3).ToArray(), charset);
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
            throw new ArticleRefusedException("Encoded in UTF-32. Save it as UTF-8.");
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        return Utf16Pattern.Find(bytes) is { } utf16 ? utf16.GetString(bytes) : DecodeOther(bytes, charset);
    }

    private static string DecodeOther(byte[] bytes, string? charset)
    {
        if (LooksBinary(bytes)) throw new ArticleRefusedException("A binary file, not text. Save its text as .txt, .md or .html.");
        ReplaceEncodedSurrogates(bytes);
        return TryDecode(StrictUtf8, bytes) ?? TryDecodeStated(bytes, charset) ?? TryDecodeNearlyUtf8(bytes)
            ?? WindowsEncoding.Find(bytes)?.GetString(bytes)
            ?? throw new ArticleRefusedException("Neither UTF-8 nor UTF-16 nor a Windows encoding. Save it as UTF-8.");
    }

    private static string? TryDecode(Encoding strict, byte[] bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? TryDecodeStated(byte[] bytes, string? charset) =>
        charset is not null && StatedCharset.ToEncoding(charset) is { } stated ? TryDecode(stated, bytes) : null;

    /// <summary>A text that was cut off, or put together of several, has a few faulty bytes among many good ones.</summary>
    private static string? TryDecodeNearlyUtf8(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var faulty = text.AsSpan().Count('\uFFFD');
        var good = text.Count(static character => character > '\u007F') - faulty;
        return faulty <= good * MostFaultyShare ? text : null;
    }

    private static bool LooksBinary(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, SniffedBytes));
        var controls = 0;
        foreach (var value in head)
        {
            if (value < 32 && value is not (9 or 10 or 12 or 13)) controls++;
        }

        return controls > 8 && controls > head.Length * MostControlShare;
    }

    /// <summary>Surrogates written as three bytes each are no UTF-8; U+FFFD has three bytes too.</summary>
    private static void ReplaceEncodedSurrogates(byte[] bytes)
    {
        for (var i = bytes.AsSpan().IndexOf((byte)0xED); i >= 0 && i + 2 < bytes.Length;)
        {
            if (bytes[i + 1] is >= 0xA0 and <= 0xBF && bytes[i + 2] is >= 0x80 and <= 0xBF) "\uFFFD"u8.CopyTo(bytes.AsSpan(i));
            var next = bytes.AsSpan(i + 1).IndexOf((byte)0xED);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }
}
