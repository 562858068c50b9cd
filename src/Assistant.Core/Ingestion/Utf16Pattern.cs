using System.Text;

namespace Assistant.Core.Ingestion;

/// <summary>Knows UTF-16 without a byte order mark by its bytes.</summary>
/// <remarks>
/// In an alphabet's text nearly every high byte is one of two: zero, for spaces and ASCII, and the alphabet's; the low
/// bytes vary. Chinese and Japanese have no such pattern and need a mark.
/// </remarks>
internal static class Utf16Pattern
{
    private const int SniffedBytes = 65_536;
    private const int ByteValues = 256;
    private const double HighShare = 0.9;
    private const double LowShare = 0.6;

    /// <summary>UTF-16 in the byte order that fits; null when the bytes are something else.</summary>
    public static Encoding? Find(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, SniffedBytes) & ~1);
        if (head.Length < 4 || bytes.Length % 2 != 0 || !head.Contains((byte)0)) return null;
        var (even, odd) = (ShareOfTwo(head, 0), ShareOfTwo(head, 1));
        if (odd.Share >= HighShare && even.Share < LowShare && odd.HasZero) return Encoding.Unicode;
        return even.Share >= HighShare && odd.Share < LowShare && even.HasZero ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Share of the two most frequent bytes at even or odd offsets, and whether one of them is zero.</summary>
    private static (double Share, bool HasZero) ShareOfTwo(ReadOnlySpan<byte> bytes, int parity)
    {
        var counts = new int[ByteValues];
        for (var i = parity; i < bytes.Length; i += 2) counts[bytes[i]]++;
        var most = Enumerable.Range(0, ByteValues).OrderByDescending(value => counts[value]).Take(2).ToArray();
        return ((counts[most[0]] + counts[most[1]]) / (bytes.Length / 2.0), most.Contains(0));
    }
}
