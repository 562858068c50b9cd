using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Assistant.Core.Indexing;

/// <summary>Embeddings in the index file: 32-bit floats, little-endian.</summary>
internal static class StoredVector
{
    public static byte[] Write(ReadOnlySpan<float> vector)
    {
        var bytes = MemoryMarshal.AsBytes(vector).ToArray();
        SwapOnBigEndian(bytes);
        return bytes;
    }

    /// <summary>Fills <paramref name="vector"/>; false when <paramref name="stored"/> has another length.</summary>
    public static bool TryRead(ReadOnlySpan<byte> stored, Span<float> vector)
    {
        var bytes = MemoryMarshal.AsBytes(vector);
        if (stored.Length != bytes.Length)
            return false;
        stored.CopyTo(bytes);
        SwapOnBigEndian(bytes);
        return true;
    }

    private static void SwapOnBigEndian(Span<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
            return;
        var words = MemoryMarshal.Cast<byte, int>(bytes);
        BinaryPrimitives.ReverseEndianness(words, words);
    }
}
