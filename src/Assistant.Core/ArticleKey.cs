using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core;

/// <summary>Derives ids, revisions and hashes from content, so that ingestion can always be repeated.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ArticleKey
{
    private const int IdLength = 26;
    private const string Base32Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Id of the article with this key: first 26 characters of base32(SHA-256(key)), lower case, URL-safe.</summary>
    public static string ToId(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return string.Create(IdLength, hash, static (characters, bytes) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
                characters[i] = Base32Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }

    /// <summary>SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal characters.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Revision: the first 26 hexadecimal characters of the hash over text and metadata.</summary>
    public static string ToRevision(
        string text, string title, string source, string? url, string? author, DateTimeOffset? publishedAt)
    {
        var date = publishedAt?.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return Hash(string.Join('\0', text, title, source, url, author, date))[..IdLength];
    }
}
