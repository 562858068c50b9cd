using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Core.Ingestion;

/// <summary>The encoding that a file states within itself, in ASCII near its start.</summary>
internal static partial class StatedCharset
{
    private const int SniffedBytes = 4096;

    /// <summary>That of <c>&lt;meta charset&gt;</c> or <c>&lt;?xml encoding?&gt;</c>; null when none is stated.</summary>
    public static string? OfMarkup(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, SniffedBytes));
        return Charset().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    /// <summary>The encoding, one that throws at what is no character; null when the name is unknown or of UTF kind.</summary>
    public static Encoding? ToEncoding(string charset)
    {
        var name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        if (name.StartsWith("utf", StringComparison.Ordinal)) return null;
        if (name is "iso-8859-1" or "latin1" or "ascii" or "us-ascii") name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<meta\b[^>]{0,300}?\bcharset\s*=\s*[""']?(?<name>[\w:.-]+)|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[""'](?<name>[\w:.-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
