using System.Runtime.CompilerServices;

namespace Assistant.Core.Indexing;

/// <summary>How a passage's terms are stored: ascending (term number, count) pairs, numbers as differences, in LEB128.</summary>
internal static class TermCounts
{
    public static byte[] Encode(IEnumerable<KeyValuePair<int, int>> counts)
    {
        var bytes = new List<byte>();
        var previous = 0;
        foreach (var (number, count) in counts.OrderBy(pair => pair.Key))
        {
            Append(bytes, (uint)(number - previous));
            Append(bytes, (uint)count);
            previous = number;
        }

        return [.. bytes];
    }

    public static Reader Decode(ReadOnlySpan<byte> encoded) => new(encoded);

    private static void Append(List<byte> bytes, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    /// <summary>Walks over the pairs.</summary>
    internal ref struct Reader(ReadOnlySpan<byte> encoded)
    {
        private readonly ReadOnlySpan<byte> _encoded = encoded;
        private int _position;

        public int Term { get; private set; }

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Next()
        {
            if (_position >= _encoded.Length)
                return false;
            Term += (int)ReadNumber();
            Count = (int)ReadNumber();
            return true;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint ReadNumber()
        {
            uint value = 0;
            var shift = 0;
            byte part;
            do
            {
                part = _encoded[_position++];
                value |= (uint)(part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);
            return value;
        }
    }
}
