using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Indexing.Qdrant;

/// <summary>Ids of the points in the collection of articles: derived from what they stand for, so writing can be repeated.</summary>
internal static class RecordIds
{
    public static Guid Statistics { get; } = Of("statistics");

    public static Guid Article(string articleId) => Of($"article/{articleId}");

    public static Guid Revision(string articleId, string revision) => Of($"revision/{articleId}/{revision}");

    public static Guid Part(string articleId, string revision, int number) => Of($"part/{articleId}/{revision}/{number}");

    public static Guid Source(string location, string articleId) => Of($"source/{articleId}/{location}");

    // UUID version 8 (RFC 9562): a layout of our own.
    private static Guid Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
