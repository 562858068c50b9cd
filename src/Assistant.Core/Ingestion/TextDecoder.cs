using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Turns a file's bytes into text: UTF-8, or UTF-16 with a byte order mark.</summary>
internal static class TextDecoder
{
    private const int SniffedBytes = 65_536;
    private const double MostControlShare = 0.02;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (string Name, byte[] Signature)[] BinaryFormats =
    [
        ("a PDF", "%PDF"u8.ToArray()), ("a ZIP archive or an office document", "PK\u0003\u0004"u8.ToArray()),
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
        ("a GIF image", "GIF8"u8.ToArray()), ("a gzip archive", [0x1F, 0x8B]), ("an ELF program", "\u007FELF"u8.ToArray()),
        ("an SQLite database", "SQLite format 3"u8.ToArray()), ("an old office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ];

    /// <summary>The text without its byte order mark.</summary>
    /// <exception cref="ArticleRefusedException">The bytes are no text in these encodings.</exception>
    public static string Decode(byte[] bytes)
    {
        var format = Array.Find(BinaryFormats, candidate => bytes.AsSpan().StartsWith(candidate.Signature));
        if (format.Name is not null)
        {
            throw new ArticleRefusedException($"Not text but {format.Name}. Save its text as .txt, .md or .html.");
        }

        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) return DecodeUtf8(bytes, 3);
        if (bytes is [0xFF, 0xFE, 0, 0, ..]) throw new ArticleRefusedException("Encoded in UTF-32. Save it as UTF-8.");
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        return DecodeUtf8(bytes, 0);
    }

    private static string DecodeUtf8(byte[] bytes, int start)
    {
        if (LooksBinary(bytes)) throw new ArticleRefusedException("A binary file, not text. Save its text as .txt, .md or .html.");
        ReplaceEncodedSurrogates(bytes);
        try
        {
            return StrictUtf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ArticleRefusedException(
                $"Neither UTF-8 nor UTF-16: the bytes at offset {start + exception.Index} are no character. Save it as UTF-8.");
        }
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
            if (bytes[i + 1] >= 0xA0) "\uFFFD"u8.CopyTo(bytes.AsSpan(i));
            var next = bytes.AsSpan(i + 1).IndexOf((byte)0xED);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }
}
