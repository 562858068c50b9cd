using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Names passages by UUID version 5 (RFC 9562), so that the same passage has the same id on every machine.</summary>
internal static class PassageId
{
    private const int UuidLength = 16;
    private const string Reason = "UUID version 5 is defined over SHA-1; nothing is secured by it.";

    private static readonly Guid Namespace = new("6f0d4c53-0b5f-5c1e-9d0e-3a7b6c1f2e84");

    /// <summary>The id over article id, revision, chunker version and ordinal.</summary>
    [SuppressMessage("Security", "CA5350", Justification = Reason)]
    [SuppressMessage("Security", "S4790", Justification = Reason)]
    public static Guid Create(string articleId, string revision, string chunkerVersion, int ordinal)
    {
        var name = Encoding.UTF8.GetBytes($"{articleId}/{revision}/{chunkerVersion}/{ordinal}");
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. name]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, UuidLength), bigEndian: true);
    }
}
